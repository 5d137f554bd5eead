<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>annotator</name>
  <message numerus="yes">
   <source>%n findings are right as they are.</source>
   <translation>
    <numerusform>%n finding is right as it is.</numerusform>
    <numerusform>%n findings are right as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n findings count again.</source>
   <translation>
    <numerusform>%n finding counts again.</numerusform>
    <numerusform>%n findings count again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n findings</source>
   <translation>
    <numerusform>%n finding</numerusform>
    <numerusform>%n findings</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Nothing was found: %n articles looked at.</source>
   <translation>
    <numerusform>Nothing was found: %n article looked at.</numerusform>
    <numerusform>Nothing was found: %n articles looked at.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels of entities</source>
   <translation>
    <numerusform>%n label of entities</numerusform>
    <numerusform>%n labels of entities</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels of relations</source>
   <translation>
    <numerusform>%n label of relations</numerusform>
    <numerusform>%n labels of relations</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entities</source>
   <translation>
    <numerusform>%n entity</numerusform>
    <numerusform>%n entities</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n quotes</source>
   <translation>
    <numerusform>%n quote</numerusform>
    <numerusform>%n quotes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n relations</source>
   <translation>
    <numerusform>%n relation</numerusform>
    <numerusform>%n relations</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{state}: %n articles</source>
   <translation>
    <numerusform>{state}: %n article</numerusform>
    <numerusform>{state}: %n articles</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n annotations</source>
   <translation>
    <numerusform>%n annotation</numerusform>
    <numerusform>%n annotations</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n articles fit the filter.</source>
   <translation>
    <numerusform>%n article fits the filter.</numerusform>
    <numerusform>%n articles fit the filter.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more marked; undo takes all of them back.</source>
   <translation>
    <numerusform>%n more marked; undo takes it back.</numerusform>
    <numerusform>%n more marked; undo takes all of them back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>At least %n hits so far</source>
   <translation>
    <numerusform>At least %n hit so far</numerusform>
    <numerusform>At least %n hits so far</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n words selected</source>
   <translation>
    <numerusform>%n word selected</numerusform>
    <numerusform>%n words selected</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n accepted; undo takes all of them back.</source>
   <translation>
    <numerusform>%n accepted; undo takes it back.</numerusform>
    <numerusform>%n accepted; undo takes all of them back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Suggested for %n articles.</source>
   <translation>
    <numerusform>Suggested for %n article.</numerusform>
    <numerusform>Suggested for %n articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n suggestions left</source>
   <translation>
    <numerusform>%n suggestion left</numerusform>
    <numerusform>%n suggestions left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Taken back in %n articles.</source>
   <translation>
    <numerusform>Taken back in %n article.</numerusform>
    <numerusform>Taken back in %n articles.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Done again in %n articles.</source>
   <translation>
    <numerusform>Done again in %n article.</numerusform>
    <numerusform>Done again in %n articles.</numerusform>
   </translation>
  </message>
 </context>
</TS>
