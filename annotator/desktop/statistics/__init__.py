"""The statistics page: charts of what a project holds, drawn here, and ways to take them along."""
