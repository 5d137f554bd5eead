"""Tells what is missing before Qt is asked for a window, because Qt would abort with a core dump.

Runs before PySide6 is imported and must not import it. The tables name what the plugins of
PySide6 6.11 are linked to outside of PySide6 (`ldd libqxcb.so libqwayland.so libQt6Widgets.so.6`).
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from annotator.errors import UserError

# Shared library: the package of Debian and Ubuntu that has it.
_WIDGETS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
_XCB = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def check() -> None:
    """Raise `UserError`, in one sentence, if no window could be shown on this machine."""
    if importlib.util.find_spec("PySide6") is None:
        raise UserError("PySide6, which draws the window, is missing: pip install PySide6")
    if not sys.platform.startswith("linux"):
        return
    platforms = _platforms(os.environ)
    if not platforms:
        raise UserError(
            "There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "start the program in a desktop session, or install a virtual display with "
            "sudo apt-get install xvfb and run xvfb-run annotator."
        )
    reasons = [_refusal(platform) for platform in platforms]
    if all(reasons):
        raise next(reason for reason in reversed(reasons) if reason)


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """The window systems that Qt may try, the likeliest last; [] without a display."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.split(":")[0] for name in chosen.split(";")]
    found = [("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY")]
    return [platform for platform, variable in found if environment.get(variable)]


def _refusal(platform: str) -> UserError | None:
    """Why Qt cannot use a window system; None if it can."""
    needs = {"xcb": _XCB, "wayland": _WAYLAND, "wayland-egl": _WAYLAND}.get(platform, {})
    missing = [name for name in (*_WIDGETS, *needs) if not _loads(name)]
    if missing:
        return _libraries(missing, {**_WIDGETS, **needs})
    if platform == "xcb" and not _x_server_answers():
        return UserError(
            "No X server answers at the display {display}: start one, or correct DISPLAY.",
            display=os.environ.get("DISPLAY", ""),
        )
    if platform.startswith("wayland") and not _wayland_is_there(os.environ):
        return UserError(
            "There is no Wayland display {display}: start the program in a desktop session.",
            display=os.environ.get("WAYLAND_DISPLAY", "wayland-0"),
        )
    return None


def _libraries(missing: list[str], packages: Mapping[str, str]) -> UserError:
    names = ", ".join(missing)
    if shutil.which("apt-get") is None:
        return UserError(
            "System libraries that Qt needs are missing: {names}; install the packages of your "
            "system that have them.",
            names=names,
        )
    wanted = " ".join(dict.fromkeys(packages[name] for name in missing))
    return UserError(
        "System libraries that Qt needs are missing ({names}): sudo apt-get install {packages}",
        names=names,
        packages=wanted,
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    """Connect as Qt is going to: Qt itself ends the process when this fails."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_is_there(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "wayland-0")
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), name).exists()
