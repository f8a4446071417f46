<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>quantoscope::gui</name>
    <message>
        <source>Explores the quantization of neural networks.</source>
        <translation>Untersucht die Quantisierung neuronaler Netze.</translation>
    </message>
    <message>
        <source>ONNX model, or session (.quantoscope), to open.</source>
        <translation>Zu öffnendes ONNX-Modell oder Sitzung (.quantoscope).</translation>
    </message>
    <message>
        <source>Folder of validation images.</source>
        <translation>Ordner mit Validierungsbildern.</translation>
    </message>
    <message>
        <source>Labels of the images, CSV or TXT.</source>
        <translation>Labels der Bilder, CSV oder TXT.</translation>
    </message>
    <message>
        <source>Folder of calibration images.</source>
        <translation>Ordner mit Kalibrierungsbildern.</translation>
    </message>
    <message>
        <source>Preset or JSON file that says how images are prepared.</source>
        <translation>Voreinstellung oder JSON-Datei für die Vorverarbeitung der Bilder.</translation>
    </message>
    <message>
        <source>Configuration to start with, JSON.</source>
        <translation>Anfangskonfiguration, JSON.</translation>
    </message>
    <message>
        <source>Open the bundled sample.</source>
        <translation>Mitgeliefertes Beispiel öffnen.</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system, light oder dark.</translation>
    </message>
    <message>
        <source>Save a picture of the window and quit.</source>
        <translation>Bild des Fensters speichern und beenden.</translation>
    </message>
    <message>
        <source>Size of the screenshot.</source>
        <translation>Größe des Bildschirmfotos.</translation>
    </message>
    <message>
        <source>Which tab to show: layers, images, sensitivity, search, methods, rules or tried.</source>
        <translation>Anzuzeigender Tab: layers, images, sensitivity, search, methods, rules oder tried.</translation>
    </message>
    <message>
        <source>What to show of the selected layer: weights, errors, channels, weight-map, output, feature-maps or calibration.</source>
        <translation>Ansicht der ausgewählten Schicht: weights, errors, channels, weight-map, output, feature-maps oder calibration.</translation>
    </message>
    <message>
        <source>Layer to select.</source>
        <translation>Auszuwählende Schicht.</translation>
    </message>
    <message>
        <source>--size needs WxH, as in 1280x720, not %1</source>
        <translation>--size erwartet BxH, z. B. 1280x720, nicht %1</translation>
    </message>
    <message>
        <source>only one model can be opened</source>
        <translation>es kann nur ein Modell geöffnet werden</translation>
    </message>
    <message>
        <source>--images and --config need a model</source>
        <translation>--images und --config erfordern ein Modell</translation>
    </message>
    <message>
        <source>Graph of the model</source>
        <translation>Graph des Modells</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of %1 by %2 pixels; save an SVG instead</source>
        <translation>der Speicher reicht nicht für ein Bild mit %1 × %2 Pixeln; stattdessen als SVG speichern</translation>
    </message>
    <message>
        <source>there is no graph to save; wait until it is laid out</source>
        <translation>es gibt keinen Graphen zu speichern; warten, bis er angeordnet ist</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>Min-Max</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>entropy (KL)</source>
        <translation>Entropie (KL)</translation>
    </message>
    <message>
        <source>The range holds every value seen while calibrating.</source>
        <translation>Der Bereich umfasst alle Werte der Kalibrierung.</translation>
    </message>
    <message>
        <source>The range leaves out the rarest values at both ends.</source>
        <translation>Der Bereich lässt die seltensten Werte an beiden Enden weg.</translation>
    </message>
    <message>
        <source>The range with the smallest mean squared rounding and clipping error.</source>
        <translation>Der Bereich mit dem kleinsten mittleren quadratischen Rundungs- und Clipping-Fehler.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>jetzt falsch</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>jetzt richtig</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>W bits</source>
        <translation>W-Bits</translation>
    </message>
    <message>
        <source>W symmetry</source>
        <translation>W-Symmetrie</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>Granularität</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>A bits</source>
        <translation>A-Bits</translation>
    </message>
    <message>
        <source>A symmetry</source>
        <translation>A-Symmetrie</translation>
    </message>
    <message>
        <source>W SQNR</source>
        <translation>W-SQNR</translation>
    </message>
    <message>
        <source>A SQNR</source>
        <translation>A-SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Ausgabeform</translation>
    </message>
    <message>
        <source>Position in the graph; the noise plot counts the same way.</source>
        <translation>Position im Graphen; das Rauschdiagramm zählt ebenso.</translation>
    </message>
    <message>
        <source>Name of the layer in the model file.</source>
        <translation>Name der Schicht in der Modelldatei.</translation>
    </message>
    <message>
        <source>ONNX operator, with what it absorbed (BatchNormalization, activation function).</source>
        <translation>ONNX-Operator samt den damit fusionierten (BatchNormalization, Aktivierungsfunktion).</translation>
    </message>
    <message>
        <source>Number format of the layer&apos;s weights. INT n has 2ⁿ levels; FP32 is not quantized. Ctrl and mouse wheel step through the list.</source>
        <translation>Zahlenformat der Gewichte der Schicht. INT n hat 2ⁿ Stufen; FP32 ist nicht quantisiert. Strg+Mausrad blättert durch die Liste.</translation>
    </message>
    <message>
        <source>Symmetric: zero point 0, the range reaches equally far to both sides. Asymmetric: the range is fitted to minimum and maximum.</source>
        <translation>Symmetrisch: Nullpunkt 0, der Bereich reicht zu beiden Seiten gleich weit. Asymmetrisch: der Bereich ist an Minimum und Maximum angepasst.</translation>
    </message>
    <message>
        <source>How weights became integers. Nearest: each for itself. Corrected: fitted, with the bias, so that the layer&apos;s outputs on the calibration images stay what they are in FP32 (Quantize menu, Correct Weights).</source>
        <translation>Wie die Gewichte ganzzahlig wurden. Zum Nächsten: jedes für sich. Korrigiert: samt Bias so angepasst, dass die Ausgaben der Schicht für die Kalibrierungsbilder wie in FP32 bleiben (Menü „Quantisieren“, „Gewichte korrigieren“).</translation>
    </message>
    <message>
        <source>Number format of the tensor this layer produces. Ctrl and mouse wheel step through the list, with Shift anywhere in the row.</source>
        <translation>Zahlenformat des Tensors, den diese Schicht erzeugt. Strg+Mausrad blättert durch die Liste, mit Umschalt überall in der Zeile.</translation>
    </message>
    <message>
        <source>Whether the range of the tensor this layer produces is symmetric around zero.</source>
        <translation>Ob der Bereich des Tensors, den diese Schicht erzeugt, symmetrisch um null liegt.</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the weights in decibels: energy of the FP32 weights over energy of their rounding error. Higher is better; 6 dB is about one bit.</source>
        <translation>Signal-Quantisierungsrausch-Abstand der Gewichte in Dezibel: Energie der FP32-Gewichte zu Energie ihres Rundungsfehlers. Höher ist besser; 6 dB entsprechen etwa einem Bit.</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of this layer&apos;s output against FP32 in decibels, with the noise of all layers before it.</source>
        <translation>Signal-Quantisierungsrausch-Abstand der Ausgabe dieser Schicht gegenüber FP32 in Dezibel, einschließlich des Rauschens aller vorherigen Schichten.</translation>
    </message>
    <message>
        <source>Bytes of the layer: weights at their bits, scales, zero points and bias.</source>
        <translation>Bytes der Schicht: Gewichte mit ihrer Bitbreite, Skalierungen, Nullpunkte und Bias.</translation>
    </message>
    <message>
        <source>Number of weights and biases.</source>
        <translation>Anzahl der Gewichte und Biaswerte.</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image.</source>
        <translation>Multiply-Accumulate-Operationen für ein Bild.</translation>
    </message>
    <message>
        <source>Shape of the tensor this layer produces.</source>
        <translation>Form des Tensors, den diese Schicht erzeugt.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Depthwise Conv</source>
        <translation>Depthwise Conv</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>Gewichte: %1</translation>
    </message>
    <message>
        <source>any operator</source>
        <translation>beliebiger Operator</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>All %1 named “%2”</source>
        <translation>Alle %1 mit „%2“ im Namen</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>Gewichte %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%L1 dB</source>
        <translation>%L1 dB</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>asymmetrisch</translation>
    </message>
    <message>
        <source>per-channel</source>
        <translation>pro Kanal</translation>
    </message>
    <message>
        <source>per-tensor</source>
        <translation>pro Tensor</translation>
    </message>
    <message>
        <source>weight bits</source>
        <translation>Gewichtsbits</translation>
    </message>
    <message>
        <source>weight symmetry</source>
        <translation>Gewichtssymmetrie</translation>
    </message>
    <message>
        <source>weight granularity</source>
        <translation>Gewichtsgranularität</translation>
    </message>
    <message>
        <source>activation bits</source>
        <translation>Aktivierungsbits</translation>
    </message>
    <message>
        <source>activation symmetry</source>
        <translation>Aktivierungssymmetrie</translation>
    </message>
    <message>
        <source>In the order they were run.</source>
        <translation>In der Reihenfolge der Ausführung.</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>★ meets the budget best. ● is on the measured front: no other is smaller and has less error in its outputs.</source>
        <translation>★ erfüllt das Budget am besten. ● liegt auf der gemessenen Front: keine andere ist kleiner und hat zugleich weniger Fehler in den Ausgaben.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Found by the search, or a comparison under the same budget.</source>
        <translation>Von der Suche gefunden oder ein Vergleich bei gleichem Budget.</translation>
    </message>
    <message>
        <source>Avg bits</source>
        <translation>Ø Bits</translation>
    </message>
    <message>
        <source>Bits of a weight, averaged over all quantizable weights.</source>
        <translation>Bits pro Gewicht, gemittelt über alle quantisierbaren Gewichte.</translation>
    </message>
    <message>
        <source>The whole model: weights at their bits, scales, zero points, biases.</source>
        <translation>Das ganze Modell: Gewichte mit ihrer Bitbreite, Skalierungen, Nullpunkte, Biaswerte.</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Bit operations of one image: MACs times weight bits times activation bits, summed over the layers.</source>
        <translation>Bitoperationen für ein Bild: MACs mal Gewichtsbits mal Aktivierungsbits, summiert über die Schichten.</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Share of the images it ran whose top-1 class is right.</source>
        <translation>Anteil der ausgeführten Bilder, deren Top-1-Klasse richtig ist.</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>Gegenüber FP32</translation>
    </message>
    <message>
        <source>Top-1 over all images less that of FP32, in points, with its 95 % interval where not all of them were run.</source>
        <translation>Top-1 über alle Bilder abzüglich der von FP32, in Punkten, mit 95-%-Intervall, wenn nicht alle ausgeführt wurden.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Share of all images with the same top-1 class as FP32, with its 95 % interval where not all of them were run.</source>
        <translation>Anteil aller Bilder mit derselben Top-1-Klasse wie FP32, mit 95-%-Intervall, wenn nicht alle ausgeführt wurden.</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the outputs against FP32 in decibels; higher is better.</source>
        <translation>Signal-Quantisierungsrausch-Abstand der Ausgaben gegenüber FP32 in Dezibel; höher ist besser.</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Holdout</translation>
    </message>
    <message>
        <source>Top-1 on images that the search never saw, so that it cannot have been fitted to them; without labels the agreement with FP32.</source>
        <translation>Top-1 auf Bildern, die die Suche nie gesehen hat und an die sie daher nicht angepasst sein kann; ohne Labels die Übereinstimmung mit FP32.</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 gegenüber FP32: %1 Punkte</translation>
    </message>
    <message>
        <source>Agreement with FP32: %1</source>
        <translation>Übereinstimmung mit FP32: %1</translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>Holdout: %1, FP32 %2 (%n Bild)</numerusform>
            <numerusform>Holdout: %1, FP32 %2 (%n Bilder)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>Holdout: %1 Übereinstimmung mit FP32 (%n Bild)</numerusform>
            <numerusform>Holdout: %1 Übereinstimmung mit FP32 (%n Bilder)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 configurations</source>
        <translation>%1 von %2 Konfigurationen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Einheitlich</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>Gewichts-SQNR</translation>
    </message>
    <message>
        <source>Found by the search, which judges layers by what they do to the outputs.</source>
        <translation>Von der Suche gefunden, die Schichten nach ihrer Wirkung auf die Ausgaben beurteilt.</translation>
    </message>
    <message>
        <source>For comparison: every layer has the same bits, the most the budget allows.</source>
        <translation>Zum Vergleich: gleiche Bits für alle Schichten, so viele das Budget zulässt.</translation>
    </message>
    <message>
        <source>For comparison: the same budget, given to layers by the SQNR of their weights alone.</source>
        <translation>Zum Vergleich: gleiches Budget, allein nach dem SQNR der Gewichte auf die Schichten verteilt.</translation>
    </message>
    <message>
        <source>%1 bits on average</source>
        <translation>%1 Bit im Mittel</translation>
    </message>
    <message>
        <source>%1 BOPs</source>
        <translation>%1 BOPs</translation>
    </message>
    <message>
        <source>FP32 − %L1 points</source>
        <translation>FP32 − %L1 Punkte</translation>
    </message>
    <message>
        <source>%1 weight bits on average</source>
        <translation>%1 Gewichtsbits im Mittel</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n images)</source>
        <translation>
            <numerusform>Top-1: %1 (%n Bild)</numerusform>
            <numerusform>Top-1: %1 (%n Bilder)</numerusform>
        </translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>Ausgabe-SQNR: %1</translation>
    </message>
    <message>
        <source>Predicted: %1 points</source>
        <translation>Vorhergesagt: %1 Punkte</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Measuring sensitivities</source>
        <translation>Messung der Empfindlichkeiten</translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n images held out</source>
        <translation>
            <numerusform>Prüfung der besten an %n Holdout-Bild</numerusform>
            <numerusform>Prüfung der besten an %n Holdout-Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Evaluating: %1</source>
        <translation>Auswertung: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n images, %2 passes, %3</source>
        <translation>
            <numerusform>%1 an %n Bild, %2 Durchgänge, %3</numerusform>
            <numerusform>%1 an %n Bildern, %2 Durchgänge, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalierungen</translation>
    </message>
    <message>
        <source>Weight shape</source>
        <translation>Gewichtsform</translation>
    </message>
    <message>
        <source>Weight range</source>
        <translation>Gewichtsbereich</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Smallest and largest FP32 weight.</source>
        <translation>Kleinstes und größtes FP32-Gewicht.</translation>
    </message>
    <message>
        <source>Levels in use</source>
        <translation>Genutzte Stufen</translation>
    </message>
    <message>
        <source>Distinct values of the quantized weights; with per-channel scales every channel has its own.</source>
        <translation>Verschiedene Werte der quantisierten Gewichte; bei Skalierungen pro Kanal hat jeder Kanal eigene.</translation>
    </message>
    <message>
        <source>Energy of the FP32 weights over energy of their rounding error.</source>
        <translation>Energie der FP32-Gewichte zu Energie ihres Rundungsfehlers.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>How the tensor this layer produces is quantized.</source>
        <translation>Wie der Tensor, den diese Schicht erzeugt, quantisiert ist.</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>Ausgabebereich</translation>
    </message>
    <message>
        <source>not calibrated yet</source>
        <translation>noch nicht kalibriert</translation>
    </message>
    <message>
        <source>Clipping range, set by hand: values outside are set to its ends.</source>
        <translation>Clipping-Bereich, von Hand festgelegt: Werte außerhalb werden auf seine Grenzen gesetzt.</translation>
    </message>
    <message>
        <source>Clipping range: values outside are set to its ends.</source>
        <translation>Clipping-Bereich: Werte außerhalb werden auf seine Grenzen gesetzt.</translation>
    </message>
    <message>
        <source>Output scale</source>
        <translation>Ausgabeskalierung</translation>
    </message>
    <message>
        <source>Distance between two neighbouring quantized values.</source>
        <translation>Abstand zwischen zwei benachbarten quantisierten Werten.</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>Nullpunkt</translation>
    </message>
    <message>
        <source>The integer that stands for 0.</source>
        <translation>Die ganze Zahl, die für 0 steht.</translation>
    </message>
    <message>
        <source>Absorbs</source>
        <translation>Fusioniert</translation>
    </message>
    <message>
        <source>Operators that run as part of this layer, without a quantizer between.</source>
        <translation>Operatoren, die als Teil dieser Schicht laufen, ohne Quantisierer dazwischen.</translation>
    </message>
    <message>
        <source>Nothing here carries a quantizer</source>
        <translation>Hier gibt es keinen Quantisierer</translation>
    </message>
    <message>
        <source>&amp;Bits of This Layer</source>
        <translation>&amp;Bits dieser Schicht</translation>
    </message>
    <message numerus="yes">
        <source>Bits of the &amp;Selection (%n layers)</source>
        <translation>
            <numerusform>Bits der &amp;Auswahl (%n Schicht)</numerusform>
            <numerusform>Bits der &amp;Auswahl (%n Schichten)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of &amp;All %1 (%n layers)</source>
        <translation>
            <numerusform>Bits a&amp;ller %1 (%n Schicht)</numerusform>
            <numerusform>Bits a&amp;ller %1 (%n Schichten)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of Everything &amp;Downstream (%n layers)</source>
        <translation>
            <numerusform>Bits aller &amp;Nachfolger (%n Schicht)</numerusform>
            <numerusform>Bits aller &amp;Nachfolger (%n Schichten)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pin Bits in the Search</source>
        <translation>Bits in der Suche &amp;fixieren</translation>
    </message>
    <message>
        <source>Only layers with weights can be pinned</source>
        <translation>Nur Schichten mit Gewichten können fixiert werden</translation>
    </message>
    <message>
        <source>A search for mixed precision keeps the weight bits these layers have now</source>
        <translation>Eine Suche nach gemischter Präzision behält die aktuellen Gewichtsbits dieser Schichten bei</translation>
    </message>
    <message>
        <source>Language of this run: en, de, zh_CN or ja.</source>
        <translation>Sprache für diesen Aufruf: en, de, zh_CN oder ja.</translation>
    </message>
    <message>
        <source>--language needs en, de, zh_CN or ja, not %1</source>
        <translation>--language erwartet en, de, zh_CN oder ja, nicht %1</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>the graph could not be laid out: dot failed</source>
        <translation>der Graph konnte nicht angeordnet werden: dot ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Modell wird gelesen</translation>
    </message>
    <message>
        <source>Simplifying the model</source>
        <translation>Modell wird vereinfacht</translation>
    </message>
    <message>
        <source>Compiling the model</source>
        <translation>Modell wird kompiliert</translation>
    </message>
    <message>
        <source>Decoding images</source>
        <translation>Bilder werden dekodiert</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Running FP32</source>
        <translation>FP32 wird ausgeführt</translation>
    </message>
    <message>
        <source>Running quantized</source>
        <translation>Quantisiertes Modell wird ausgeführt</translation>
    </message>
    <message>
        <source>Measuring noise</source>
        <translation>Rauschen wird gemessen</translation>
    </message>
    <message>
        <source>Measuring time</source>
        <translation>Zeit wird gemessen</translation>
    </message>
    <message>
        <source>Measuring sensitivity</source>
        <translation>Empfindlichkeit wird gemessen</translation>
    </message>
    <message>
        <source>Preparing the next edit</source>
        <translation>Nächste Änderung wird vorbereitet</translation>
    </message>
    <message>
        <source>Correcting weights</source>
        <translation>Gewichte werden korrigiert</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Model size (MB)</source>
        <translation>Modellgröße (MB)</translation>
    </message>
    <message>
        <source>Model size (kB)</source>
        <translation>Modellgröße (kB)</translation>
    </message>
    <message>
        <source>Bit operations (10¹²)</source>
        <translation>Bitoperationen (10¹²)</translation>
    </message>
    <message>
        <source>Bit operations (10⁹)</source>
        <translation>Bitoperationen (10⁹)</translation>
    </message>
    <message>
        <source>Bit operations (10⁶)</source>
        <translation>Bitoperationen (10⁶)</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>Zeit je Bild (ms)</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>Modellgröße</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>Bitoperationen</translation>
    </message>
    <message>
        <source>Measured time</source>
        <translation>Gemessene Zeit</translation>
    </message>
    <message>
        <source>Bytes of the model: weights at their bits, scales, zero points and biases</source>
        <translation>Bytes des Modells: Gewichte mit ihren Bits, Skalierungen, Nullpunkte und Biase</translation>
    </message>
    <message>
        <source>BOPs of one image: multiply-accumulates times the bits of weights and inputs</source>
        <translation>BOPs eines Bildes: MACs mal Bits der Gewichte und der Eingaben</translation>
    </message>
    <message>
        <source>Milliseconds that the exported model takes for one image with the inference engine&apos;s own integer kernels on this machine</source>
        <translation>Millisekunden, die das exportierte Modell auf diesem Rechner für ein Bild braucht, mit den Ganzzahl-Kerneln der Inferenz-Engine</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time of the layer for one image in the exported model, with the inference engine&apos;s integer kernels on this machine (Quantize menu, Measure Time). 0 where another layer&apos;s kernel computes it.</source>
        <translation>Zeit der Schicht für ein Bild im exportierten Modell, mit den Ganzzahl-Kerneln der Inferenz-Engine auf diesem Rechner (Menü Quantisieren, Zeit messen). 0, wo der Kernel einer anderen Schicht sie mitberechnet.</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; can&apos;t be applied: %2</source>
        <translation>die Regel „%1“ lässt sich nicht anwenden: %2</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge whose top-1 class is right.</source>
        <translation>Anteil der bewertenden Kalibrierungsbilder, deren Top-1-Klasse stimmt.</translation>
    </message>
    <message>
        <source>Top-1 on the calibration images that judge less that of FP32, in points.</source>
        <translation>Top-1 auf den bewertenden Kalibrierungsbildern abzüglich der von FP32, in Punkten.</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge with the same top-1 class as FP32.</source>
        <translation>Anteil der bewertenden Kalibrierungsbilder mit derselben Top-1-Klasse wie FP32.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Top-1 on the validation images, which the search never saw; without labels the agreement with FP32.</source>
        <translation>Top-1 auf den Validierungsbildern, die die Suche nie gesehen hat; ohne Labels die Übereinstimmung mit FP32.</translation>
    </message>
    <message>
        <source>Top-1 on calibration images against FP32: %1 points</source>
        <translation>Top-1 auf Kalibrierungsbildern gegenüber FP32: %1 Punkte</translation>
    </message>
    <message>
        <source>Agreement with FP32 on calibration images: %1</source>
        <translation>Übereinstimmung mit FP32 auf Kalibrierungsbildern: %1</translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>Validierung: %1, FP32 %2 (%n Bild)</numerusform>
            <numerusform>Validierung: %1, FP32 %2 (%n Bilder)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>Validierung: %1 Übereinstimmung mit FP32 (%n Bild)</numerusform>
            <numerusform>Validierung: %1 Übereinstimmung mit FP32 (%n Bilder)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n calibration images)</source>
        <translation>
            <numerusform>Top-1: %1 (%n Kalibrierungsbild)</numerusform>
            <numerusform>Top-1: %1 (%n Kalibrierungsbilder)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n validation images</source>
        <translation>
            <numerusform>Prüft die besten auf %n Validierungsbild</numerusform>
            <numerusform>Prüft die besten auf %n Validierungsbildern</numerusform>
        </translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>gleitender Mittelwert</translation>
    </message>
    <message>
        <source>p-norm</source>
        <translation>p-Norm</translation>
    </message>
    <message>
        <source>The moving average of every picture&apos;s minimum and maximum (PyTorch&apos;s MovingAverageMinMaxObserver).</source>
        <translation>Der gleitende Mittelwert von Minimum und Maximum jedes Bildes (MovingAverageMinMaxObserver von PyTorch).</translation>
    </message>
    <message>
        <source>The range with the smallest mean error to the power of 2.4, which minds large errors more (Nahshan et al. 2021).</source>
        <translation>Der Bereich mit dem kleinsten mittleren Fehler in der Potenz 2,4, die große Fehler stärker gewichtet (Nahshan et al. 2021).</translation>
    </message>
    <message>
        <source>FP32: 32-bit floating point, not quantized.</source>
        <translation>FP32: 32-Bit-Gleitkomma, nicht quantisiert.</translation>
    </message>
    <message>
        <source>FP16: IEEE 754 half precision, 11 significant bits, largest value 65504.</source>
        <translation>FP16: halbe Genauigkeit nach IEEE 754, 11 signifikante Bits, größter Wert 65504.</translation>
    </message>
    <message>
        <source>BF16: bfloat16, the range of FP32 with 8 significant bits.</source>
        <translation>BF16: bfloat16, der Wertebereich von FP32 mit 8 signifikanten Bits.</translation>
    </message>
    <message>
        <source>FP8 E4M3: 4 exponent and 3 mantissa bits, largest value 448, times a scale (OCP OFP8).</source>
        <translation>FP8 E4M3: 4 Exponenten- und 3 Mantissenbits, größter Wert 448, mal einer Skalierung (OCP OFP8).</translation>
    </message>
    <message>
        <source>FP8 E5M2: 5 exponent and 2 mantissa bits, largest value 57344, times a scale (OCP OFP8).</source>
        <translation>FP8 E5M2: 5 Exponenten- und 2 Mantissenbits, größter Wert 57344, mal einer Skalierung (OCP OFP8).</translation>
    </message>
    <message>
        <source>FP4 E2M1: the magnitudes 0, 0.5, 1, 1.5, 2, 3, 4 and 6, times a scale (OCP Microscaling Formats).</source>
        <translation>FP4 E2M1: die Beträge 0, 0,5, 1, 1,5, 2, 3, 4 und 6, mal einer Skalierung (OCP Microscaling Formats).</translation>
    </message>
    <message>
        <source>Ternary: -1, 0 or 1 times a scale; 0 where a weight is below 0.7 of the mean magnitude (Li et al. 2016).</source>
        <translation>Ternär: -1, 0 oder 1 mal einer Skalierung; 0, wo ein Gewicht unter dem 0,7-Fachen des mittleren Betrags liegt (Li et al. 2016).</translation>
    </message>
    <message>
        <source>INT1: the sign of each weight times their mean magnitude (Rastegari et al. 2016).</source>
        <translation>INT1: das Vorzeichen jedes Gewichts mal deren mittlerem Betrag (Rastegari et al. 2016).</translation>
    </message>
    <message>
        <source>INT%1: integers of %1 bits times a scale.</source>
        <translation>INT%1: ganze Zahlen von %1 Bits mal einer Skalierung.</translation>
    </message>
    <message>
        <source>One scale for all weights of the layer.</source>
        <translation>Eine Skalierung für alle Gewichte der Schicht.</translation>
    </message>
    <message>
        <source>Every output channel has its own scale.</source>
        <translation>Jeder Ausgangskanal hat eine eigene Skalierung.</translation>
    </message>
    <message>
        <source>Every %1 weights of an output channel that follow each other have their own scale.</source>
        <translation>Je %1 aufeinanderfolgende Gewichte eines Ausgangskanals haben eine eigene Skalierung.</translation>
    </message>
    <message>
        <source>Every 32 weights of an output channel share a power of two, stored in one byte (OCP Microscaling Formats).</source>
        <translation>Je 32 Gewichte eines Ausgangskanals teilen sich eine Zweierpotenz, in einem Byte gespeichert (OCP Microscaling Formats).</translation>
    </message>
    <message>
        <source>The range is found once, on the calibration images.</source>
        <translation>Der Bereich wird einmal bestimmt, an den Kalibrierungsbildern.</translation>
    </message>
    <message>
        <source>The range is that of each image&apos;s own values, found while it runs.</source>
        <translation>Der Bereich ist der der Werte jedes Bildes selbst, zur Laufzeit bestimmt.</translation>
    </message>
    <message>
        <source>The range is that of each token&apos;s own values, found while it runs.</source>
        <translation>Der Bereich ist der der Werte jedes Tokens selbst, zur Laufzeit bestimmt.</translation>
    </message>
    <message>
        <source>Scales are FP32 numbers.</source>
        <translation>Skalierungen sind FP32-Zahlen.</translation>
    </message>
    <message>
        <source>Scales are rounded up to a power of two, so that scaling is a shift.</source>
        <translation>Skalierungen werden zu einer Zweierpotenz aufgerundet, sodass Skalieren ein Verschieben ist.</translation>
    </message>
    <message>
        <source>Power-of-two scales are for INT2 and wider, outside of MX blocks, whose scales are powers of two anyway</source>
        <translation>Zweierpotenz-Skalierungen sind für INT2 und breiter, außerhalb von MX-Blöcken, deren Skalierungen ohnehin Zweierpotenzen sind</translation>
    </message>
    <message>
        <source>MX blocks hold INT8, FP8 or FP4, not %1</source>
        <translation>MX-Blöcke enthalten INT8, FP8 oder FP4, nicht %1</translation>
    </message>
    <message>
        <source>MX blocks have no zero points: they are symmetric</source>
        <translation>MX-Blöcke haben keine Nullpunkte: sie sind symmetrisch</translation>
    </message>
    <message>
        <source>1-bit weights are a sign times a mean magnitude: they are symmetric</source>
        <translation>1-Bit-Gewichte sind ein Vorzeichen mal einem mittleren Betrag: sie sind symmetrisch</translation>
    </message>
    <message>
        <source>%1 weights have no zero point: they are symmetric</source>
        <translation>%1-Gewichte haben keinen Nullpunkt: sie sind symmetrisch</translation>
    </message>
    <message>
        <source>No matrix product reads this tensor, so it has no tokens</source>
        <translation>Kein Matrixprodukt liest diesen Tensor, also hat er keine Token</translation>
    </message>
    <message>
        <source>%1 has no scale, and so no range</source>
        <translation>%1 hat keine Skalierung und damit keinen Bereich</translation>
    </message>
    <message>
        <source>%1 has no zero point: it is symmetric</source>
        <translation>%1 hat keinen Nullpunkt: es ist symmetrisch</translation>
    </message>
    <message>
        <source>%1 does not take %2 in %3 (%4)</source>
        <translation>%1 nimmt kein %2 in %3 (%4)</translation>
    </message>
    <message>
        <source>W scales</source>
        <translation>W-Skalierungen</translation>
    </message>
    <message>
        <source>A ranges</source>
        <translation>A-Bereiche</translation>
    </message>
    <message>
        <source>Per-channel: every output channel has its own scale. Per-tensor: one scale for all weights of the layer. Groups and MX blocks: some weights of an output channel share one.</source>
        <translation>Pro Kanal: jeder Ausgangskanal hat eine eigene Skalierung. Pro Tensor: eine Skalierung für alle Gewichte der Schicht. Gruppen und MX-Blöcke: einige Gewichte eines Ausgangskanals teilen sich eine.</translation>
    </message>
    <message>
        <source>Real: scales are FP32 numbers. Powers of two: scaling is a shift.</source>
        <translation>Reell: Skalierungen sind FP32-Zahlen. Zweierpotenzen: Skalieren ist ein Verschieben.</translation>
    </message>
    <message>
        <source>Where the range of the tensor this layer produces comes from: the calibration images (static), or each image or token while it runs (dynamic).</source>
        <translation>Woher der Bereich des Tensors kommt, den diese Schicht erzeugt: von den Kalibrierungsbildern (statisch) oder zur Laufzeit von jedem Bild oder Token (dynamisch).</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; is not legal here; zero points and power-of-two scales are for INT2 and wider outside of MX blocks, so change the bits or the other settings of the rule</source>
        <translation>die Regel „%1“ ist hier nicht erlaubt; Nullpunkte und Zweierpotenz-Skalierungen sind für INT2 und breiter außerhalb von MX-Blöcken, also die Bits oder die übrigen Einstellungen der Regel ändern</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>Gruppen zu %1</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX-Blöcke</translation>
    </message>
    <message>
        <source>real</source>
        <translation>reell</translation>
    </message>
    <message>
        <source>powers of two</source>
        <translation>Zweierpotenzen</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>of each image</source>
        <translation>jedes Bildes</translation>
    </message>
    <message>
        <source>of each token</source>
        <translation>jedes Tokens</translation>
    </message>
    <message>
        <source>weight scales</source>
        <translation>Gewichtsskalierungen</translation>
    </message>
    <message>
        <source>activation ranges</source>
        <translation>Aktivierungsbereiche</translation>
    </message>
    <message>
        <source>When to take the screenshot: opened, evaluated, swept (runs a sensitivity sweep first), searched (runs a search for mixed precision first), corrected (corrects the weights first), tried (evaluates some uniform configurations first) or toured (with the tour of the window).</source>
        <translation>Wann das Bildschirmfoto aufgenommen wird: opened, evaluated, swept (führt zuerst eine Sensitivitätsanalyse aus), searched (sucht zuerst gemischte Genauigkeit), corrected (korrigiert zuerst die Gewichte), tried (bewertet zuerst einige einheitliche Konfigurationen) oder toured (mit der Führung durch das Fenster).</translation>
    </message>
    <message>
        <source>--after needs opened, evaluated, swept, searched, corrected, tried or toured, not %1</source>
        <translation>--after erwartet opened, evaluated, swept, searched, corrected, tried oder toured, nicht %1</translation>
    </message>
    <message numerus="yes">
        <source>%n with a range set by hand</source>
        <translation>
            <numerusform>%n mit von Hand gesetztem Bereich</numerusform>
            <numerusform>%n mit von Hand gesetztem Bereich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind ReLU6 or another clipping activation function</source>
        <translation>
            <numerusform>%n hinter ReLU6 oder einer anderen begrenzenden Aktivierungsfunktion</numerusform>
            <numerusform>%n hinter ReLU6 oder einer anderen begrenzenden Aktivierungsfunktion</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind an activation function that does not scale with its input</source>
        <translation>
            <numerusform>%n hinter einer Aktivierungsfunktion, die nicht mit ihrer Eingabe skaliert</numerusform>
            <numerusform>%n hinter einer Aktivierungsfunktion, die nicht mit ihrer Eingabe skaliert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with shared weights</source>
        <translation>
            <numerusform>%n mit gemeinsamen Gewichten</numerusform>
            <numerusform>%n mit gemeinsamen Gewichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read or made by other operators, too</source>
        <translation>
            <numerusform>%n auch von anderen Operatoren gelesen oder erzeugt</numerusform>
            <numerusform>%n auch von anderen Operatoren gelesen oder erzeugt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Channels of %n groups of layers equalized.</source>
        <translation>
            <numerusform>Kanäle von %n Schichtgruppe angeglichen.</numerusform>
            <numerusform>Kanäle von %n Schichtgruppen angeglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped: %2.</source>
        <translation>%1 Übersprungen: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n without a ReLU alone between them</source>
        <translation>
            <numerusform>%n ohne ein alleiniges ReLU dazwischen</numerusform>
            <numerusform>%n ohne ein alleiniges ReLU dazwischen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before a layer that pads with zeros</source>
        <translation>
            <numerusform>%n vor einer Schicht, die mit Nullen auffüllt</numerusform>
            <numerusform>%n vor einer Schicht, die mit Nullen auffüllt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without biases</source>
        <translation>
            <numerusform>%n ohne Bias</numerusform>
            <numerusform>%n ohne Bias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without channels that are nearly always above zero</source>
        <translation>
            <numerusform>%n ohne Kanäle, die fast immer über null liegen</numerusform>
            <numerusform>%n ohne Kanäle, die fast immer über null liegen</numerusform>
        </translation>
    </message>
    <message>
        <source>No biases to absorb.</source>
        <translation>Keine Biaswerte zu absorbieren.</translation>
    </message>
    <message>
        <source>Biases stay: FP32 outputs would change too much on the calibration images (SQNR %1 dB, at least %2 dB wanted).</source>
        <translation>Biaswerte bleiben: FP32-Ausgaben würden sich auf den Kalibrierbildern zu stark ändern (SQNR %1 dB, mindestens %2 dB verlangt).</translation>
    </message>
    <message numerus="yes">
        <source>Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</source>
        <translation>
            <numerusform>Biaswerte von %n Kanal absorbiert; SQNR der FP32-Ausgaben auf den Kalibrierbildern: %1 dB.</numerusform>
            <numerusform>Biaswerte von %n Kanälen absorbiert; SQNR der FP32-Ausgaben auf den Kalibrierbildern: %1 dB.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration: %1</source>
        <translation>Kalibrierung: %1</translation>
    </message>
    <message>
        <source>Other calibration methods</source>
        <translation>Andere Kalibrierungen</translation>
    </message>
    <message>
        <source>Weight ranges by MSE</source>
        <translation>Gewichtsbereiche nach MSE</translation>
    </message>
    <message>
        <source>Equalized channels</source>
        <translation>Angeglichene Kanäle</translation>
    </message>
    <message>
        <source>Absorbed high biases</source>
        <translation>Aufgenommene hohe Bias-Werte</translation>
    </message>
    <message>
        <source>Corrected weights</source>
        <translation>Korrigierte Gewichte</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>no better, left out</source>
        <translation>nicht besser, weggelassen</translation>
    </message>
    <message>
        <source>nothing to do here</source>
        <translation>hier nichts zu tun</translation>
    </message>
    <message>
        <source>no time left: about %1</source>
        <translation>keine Zeit mehr: etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>No method made the configuration better, judged by %n calibration images.</source>
        <translation>
            <numerusform>Kein Verfahren hat die Konfiguration verbessert, gemessen an %n Kalibrierungsbild.</numerusform>
            <numerusform>Kein Verfahren hat die Konfiguration verbessert, gemessen an %n Kalibrierungsbildern.</numerusform>
        </translation>
    </message>
    <message>
        <source>KL divergence from FP32</source>
        <translation>KL-Divergenz zu FP32</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>Rauschen zu Signal</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 → %3, judged by %n calibration images that nothing was fitted to.</source>
        <translation>
            <numerusform>%1 %2 → %3, gemessen an %n Kalibrierungsbild, an das nichts angepasst wurde.</numerusform>
            <numerusform>%1 %2 → %3, gemessen an %n Kalibrierungsbildern, an die nichts angepasst wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The range whose quantized histogram has the smallest Kullback-Leibler divergence from the original (Migacz 2017).</source>
        <translation>Der Bereich, dessen quantisiertes Histogramm die kleinste Kullback-Leibler-Divergenz vom Original hat (Migacz 2017).</translation>
    </message>
    <message>
        <source>Every weight is kept.</source>
        <translation>Alle Gewichte bleiben.</translation>
    </message>
    <message>
        <source>The weights of least magnitude become zero (Han et al. 2015).</source>
        <translation>Die betragsmäßig kleinsten Gewichte werden null (Han et al. 2015).</translation>
    </message>
    <message>
        <source>Of every %1 weights that follow each other along the input channels the %2 largest are kept (Mishra et al. 2021).</source>
        <translation>Von je %1 entlang der Eingangskanäle aufeinanderfolgenden Gewichten bleiben die %2 größten (Mishra et al. 2021).</translation>
    </message>
    <message>
        <source>Channels whose filters have the least L1 norm are removed from this layer, from those it shares them with and from those that read them; the exported model lacks them (Li et al. 2017).</source>
        <translation>Kanäle, deren Filter die kleinste L1-Norm haben, werden aus dieser Schicht entfernt, aus denen, mit denen sie sie teilt, und aus denen, die sie lesen; im exportierten Modell fehlen sie (Li et al. 2017).</translation>
    </message>
    <message>
        <source>an activation function does not make 0 of 0</source>
        <translation>eine Aktivierungsfunktion macht aus 0 nicht 0</translation>
    </message>
    <message>
        <source>another operator makes or reads the channels</source>
        <translation>ein anderer Operator erzeugt oder liest die Kanäle</translation>
    </message>
    <message>
        <source>the channels are an output of the model</source>
        <translation>die Kanäle sind eine Ausgabe des Modells</translation>
    </message>
    <message>
        <source>several layers share weights</source>
        <translation>mehrere Schichten teilen sich Gewichte</translation>
    </message>
    <message>
        <source>a depthwise layer has the channels of the layer before; prune those</source>
        <translation>eine Depthwise-Schicht hat die Kanäle der Schicht davor; beschneiden Sie diese</translation>
    </message>
    <message>
        <source>no layer with weights reads the channels</source>
        <translation>keine Schicht mit Gewichten liest die Kanäle</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1</source>
        <translation>Kanäle lassen sich nicht entfernen: %1</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1 (%2)</source>
        <translation>Kanäle lassen sich nicht entfernen: %1 (%2)</translation>
    </message>
    <message>
        <source>1-bit weights have no zero, so nothing can be pruned</source>
        <translation>1-Bit-Gewichte haben keine Null, also lässt sich nichts beschneiden</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Beschneidung</translation>
    </message>
    <message>
        <source>Accumulator</source>
        <translation>Akkumulator</translation>
    </message>
    <message>
        <source>Which weights become zero before the rest is quantized: a share of those of least magnitude (Han et al. 2015), all but N of every M along the input channels (Mishra et al. 2021), or whole channels (Li et al. 2017). Correct Weights fits the others so that they make up for them.</source>
        <translation>Welche Gewichte null werden, bevor der Rest quantisiert wird: ein Anteil der betragsmäßig kleinsten (Han et al. 2015), alle bis auf N von je M entlang der Eingangskanäle (Mishra et al. 2021) oder ganze Kanäle (Li et al. 2017). „Gewichte korrigieren“ passt die übrigen so an, dass sie das ausgleichen.</translation>
    </message>
    <message>
        <source>Signed bits of the integer sums of this layer that no input can overflow, from the weight codes, the bias and the grid of the input (Colbert et al. 2023).</source>
        <translation>Bits mit Vorzeichen für die ganzzahligen Summen dieser Schicht, die keine Eingabe überlaufen lassen kann, aus den Gewichtscodes, dem Bias und dem Raster der Eingabe (Colbert et al. 2023).</translation>
    </message>
    <message>
        <source>No input can overflow %1 bits.</source>
        <translation>Keine Eingabe kann %1 Bit überlaufen lassen.</translation>
    </message>
    <message>
        <source>Could overflow %1 bits in %2 of %3 channels.</source>
        <translation>Könnte %1 Bit in %2 von %3 Kanälen überlaufen lassen.</translation>
    </message>
    <message>
        <source>not pruned</source>
        <translation>unbeschnitten</translation>
    </message>
    <message>
        <source>%1 % of weights</source>
        <translation>%1 % der Gewichte</translation>
    </message>
    <message>
        <source>%1 % of channels</source>
        <translation>%1 % der Kanäle</translation>
    </message>
    <message>
        <source>weight pruning</source>
        <translation>Beschneidung der Gewichte</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>The input channels with the largest weights are doubled and their weights halved, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019).</source>
        <translation>Die Eingangskanäle mit den größten Gewichten werden verdoppelt und ihre Gewichte halbiert, sodass das Raster feiner wird (Outlier Channel Splitting, Zhao et al. 2019).</translation>
    </message>
    <message>
        <source>No channels are added.</source>
        <translation>Es kommen keine Kanäle hinzu.</translation>
    </message>
    <message>
        <source>Channels cannot be split: all groups of a depthwise or grouped convolution have equally many input channels, so that one cannot be copied alone</source>
        <translation>Kanäle lassen sich nicht teilen: alle Gruppen einer Depthwise- oder gruppierten Faltung haben gleich viele Eingangskanäle, sodass einer nicht allein kopiert werden kann</translation>
    </message>
    <message>
        <source>Channels cannot be split: the layer is a transposed convolution or has a transposed input</source>
        <translation>Kanäle lassen sich nicht teilen: die Schicht ist eine transponierte Faltung oder hat einen transponierten Eingang</translation>
    </message>
    <message>
        <source>Channels cannot be split: the weights are not a matrix on the right of what the layer reads</source>
        <translation>Kanäle lassen sich nicht teilen: die Gewichte sind keine Matrix rechts von dem, was die Schicht liest</translation>
    </message>
    <message>
        <source>A layer is pruned or has split channels, not both</source>
        <translation>Eine Schicht ist beschnitten oder hat geteilte Kanäle, nicht beides</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>Teilung</translation>
    </message>
    <message>
        <source>Input channels added by doubling those with the largest weights and halving these, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019); weights of such layers are rounded to nearest.</source>
        <translation>Eingangskanäle, die hinzukommen, indem die mit den größten Gewichten verdoppelt und diese halbiert werden, sodass das Raster feiner wird (Outlier Channel Splitting, Zhao et al. 2019); Gewichte solcher Schichten werden zum Nächsten gerundet.</translation>
    </message>
    <message>
        <source>%1 % added</source>
        <translation>%1 % hinzugefügt</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>nicht geteilt</translation>
    </message>
    <message>
        <source>channel splitting</source>
        <translation>Teilung von Kanälen</translation>
    </message>
    <message>
        <source>%1 %2 : 1, now %3 : 1</source>
        <translation>%1 %2 : 1, jetzt %3 : 1</translation>
    </message>
    <message>
        <source>Nothing to smooth: no MatMul or Gemm of this model reads what another layer or a normalization writes.</source>
        <translation>Nichts zu glätten: Kein MatMul oder Gemm dieses Modells liest, was eine andere Schicht oder eine Normalisierung schreibt.</translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n groups of layers smoothed.</source>
        <translation>
            <numerusform>Aktivierungen von %n Schichtgruppe geglättet.</numerusform>
            <numerusform>Aktivierungen von %n Schichtgruppen geglättet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 They take the place of the equalization.</source>
        <translation>%1 Sie ersetzen die bisherige Angleichung der Kanäle.</translation>
    </message>
    <message>
        <source>%1 Largest over least range of their channels: %2.</source>
        <translation>%1 Größter zu kleinstem Bereich ihrer Kanäle: %2.</translation>
    </message>
    <message>
        <source>Smoothed activations</source>
        <translation>Geglättete Aktivierungen</translation>
    </message>
    <message>
        <source>A file was not found.</source>
        <translation>Eine Datei wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>A file is damaged or of another kind.</source>
        <translation>Eine Datei ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>Eine Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The model contradicts the ONNX standard.</source>
        <translation>Das Modell widerspricht dem ONNX-Standard.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>Das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Sizes do not fit together.</source>
        <translation>Größen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>This setting is not possible here.</source>
        <translation>Diese Einstellung ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>An entry of a file is wrong.</source>
        <translation>Ein Eintrag einer Datei ist falsch.</translation>
    </message>
    <message>
        <source>The inference engine reports a failure.</source>
        <translation>Die Inferenz-Engine meldet einen Fehler.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Das wurde abgebrochen.</translation>
    </message>
    <message>
        <source>no ReLU alone between them</source>
        <translation>dazwischen steht nicht allein ein ReLU</translation>
    </message>
    <message>
        <source>what reads them pads with zeros</source>
        <translation>was sie liest, füllt mit Nullen auf</translation>
    </message>
    <message>
        <source>a layer without biases</source>
        <translation>eine Schicht ohne Bias</translation>
    </message>
    <message>
        <source>a range is set by hand</source>
        <translation>ein Bereich ist von Hand gesetzt</translation>
    </message>
    <message>
        <source>no channel is nearly always above zero</source>
        <translation>kein Kanal liegt fast immer über null</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too</source>
        <translation>auch andere Operatoren lesen oder erzeugen die Kanäle</translation>
    </message>
    <message>
        <source>a range is set by hand (%1)</source>
        <translation>ein Bereich ist von Hand gesetzt (%1)</translation>
    </message>
    <message>
        <source>ReLU6 or another clipping activation function (%1)</source>
        <translation>ReLU6 oder eine andere begrenzende Aktivierungsfunktion (%1)</translation>
    </message>
    <message>
        <source>an activation function that does not scale with its input (%1)</source>
        <translation>eine Aktivierungsfunktion, die nicht mit ihrer Eingabe skaliert (%1)</translation>
    </message>
    <message>
        <source>several layers share weights (%1)</source>
        <translation>mehrere Schichten teilen Gewichte (%1)</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too (%1)</source>
        <translation>auch andere Operatoren lesen oder erzeugen die Kanäle (%1)</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Time of day, method, how long it took</extracomment>
        <translation>%1  %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n images</source>
        <translation>
            <numerusform>%1, %n Bild</numerusform>
            <numerusform>%1, %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>Gewichte korrigieren</translation>
    </message>
    <message>
        <source>GPTQ</source>
        <translation>GPTQ</translation>
    </message>
    <message>
        <source>AdaRound</source>
        <translation>AdaRound</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>Bias-Korrektur</translation>
    </message>
    <message>
        <source>Bias correction without images</source>
        <translation>Bias-Korrektur ohne Bilder</translation>
    </message>
    <message>
        <source>Round to nearest</source>
        <translation>Zum Nächsten runden</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>Kanäle angleichen</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>Hohe Bias-Werte verschieben</translation>
    </message>
    <message>
        <source>Smooth activations</source>
        <translation>Aktivierungen glätten</translation>
    </message>
    <message>
        <source>Rounds weight after weight; what is left makes up for the errors so far, by the Hessian of the inputs. Biases stay (Frantar et al. 2022)</source>
        <translation>Rundet Gewicht für Gewicht; die übrigen gleichen anhand der Hesse-Matrix der Eingaben die bisherigen Fehler aus. Biaswerte bleiben (Frantar et al. 2022)</translation>
    </message>
    <message>
        <source>Learns by gradient descent for every weight whether it is rounded up or down. Biases stay (Nagel et al. 2020)</source>
        <translation>Lernt durch Gradientenabstieg für jedes Gewicht, ob es auf- oder abgerundet wird. Biaswerte bleiben (Nagel et al. 2020)</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases so that the means of the outputs stay what they are in FP32 (Nagel et al. 2019, section 4.2)</source>
        <translation>Rundet zum Nächsten und setzt die Biaswerte so, dass die Mittelwerte der Ausgaben wie in FP32 bleiben (Nagel et al. 2019, Abschnitt 4.2)</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases by what batch normalization tells of the inputs&apos; means; needs no images (Nagel et al. 2019, section 4.2.1)</source>
        <translation>Rundet zum Nächsten und setzt die Biaswerte nach dem, was Batch-Normalisierung über die Mittelwerte der Eingaben sagt; braucht keine Bilder (Nagel et al. 2019, Abschnitt 4.2.1)</translation>
    </message>
    <message>
        <source>Scale channels so that layers that write and read them have equal ranges; FP32 outputs stay (cross-layer equalization, Nagel et al. 2019)</source>
        <translation>Kanäle so skalieren, dass die Schichten, die sie schreiben und lesen, gleiche Bereiche haben; die FP32-Ausgaben bleiben (Cross-Layer Equalization, Nagel et al. 2019)</translation>
    </message>
    <message>
        <source>Move high biases before a ReLU to the layer behind it, so that activations have smaller ranges. FP32 outputs change a little; where they would change more, biases stay. Needs equalized channels (Nagel et al. 2019, section 4.1.3)</source>
        <translation>Verschiebt hohe Biaswerte vor einem ReLU in die Schicht dahinter, damit Aktivierungen kleinere Bereiche haben. FP32-Ausgaben ändern sich ein wenig; wo sie sich stärker ändern würden, bleiben die Biaswerte. Erfordert angeglichene Kanäle (Nagel et al. 2019, Abschnitt 4.1.3)</translation>
    </message>
    <message>
        <source>Scale channels that MatMul and Gemm read so that weights take over the outliers of activations; FP32 outputs stay. In place of equalized channels (SmoothQuant, Xiao et al. 2023)</source>
        <translation>Kanäle, die MatMul und Gemm lesen, so skalieren, dass die Gewichte die Ausreißer der Aktivierungen übernehmen; FP32-Ausgaben bleiben. Ersetzt angeglichene Kanäle (SmoothQuant, Xiao et al. 2023)</translation>
    </message>
    <message>
        <source>Per-channel: each index of axis %1 of the weight tensor has its own scale. Groups lie along it, at every position of the other axes (ONNX operator DequantizeLinear).</source>
        <translation>Pro Kanal: jeder Index der Achse %1 des Gewichtstensors hat eine eigene Skalierung. Gruppen liegen entlang dieser Achse, an jeder Stelle der anderen Achsen (ONNX-Operator DequantizeLinear).</translation>
    </message>
    <message>
        <source>Scales are those of output channels; groups lie within these.</source>
        <translation>Skalierungen gehören zu Ausgangskanälen; Gruppen liegen innerhalb dieser.</translation>
    </message>
    <message>
        <source>The layer&apos;s weights have no axis %1</source>
        <translation>Die Gewichte der Schicht haben keine Achse %1</translation>
    </message>
    <message>
        <source>Channels are split on INT2 to INT8 with a real scale for the tensor or for each output channel</source>
        <translation>Kanäle werden bei INT2 bis INT8 mit einer reellen Skalierung für den Tensor oder je Ausgangskanal geteilt</translation>
    </message>
    <message>
        <source>Only the scales of channels and groups lie along an axis</source>
        <translation>Nur Skalierungen von Kanälen und Gruppen liegen entlang einer Achse</translation>
    </message>
    <message>
        <source>W axis</source>
        <translation>W-Achse</translation>
    </message>
    <message>
        <source>Axis of the weight tensor along which per-channel scales and groups lie. Outputs: the output channels, and groups within these. Layers with another axis run in floating point, since such scales are no factors of integer sums.</source>
        <translation>Achse des Gewichtstensors, entlang derer Skalierungen pro Kanal und Gruppen liegen. Ausgänge: die Ausgangskanäle und Gruppen innerhalb dieser. Schichten mit einer anderen Achse rechnen in Gleitkomma, da solche Skalierungen keine Faktoren ganzzahliger Summen sind.</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>Achse %1</translation>
    </message>
    <message>
        <source>weight axis</source>
        <translation>Gewichtsachse</translation>
    </message>
    <message>
        <source>The range holds every weight.</source>
        <translation>Der Bereich enthält jedes Gewicht.</translation>
    </message>
    <message>
        <source>The range that rounds with the least squared error; weights outside are clipped.</source>
        <translation>Der Bereich, der mit dem kleinsten quadratischen Fehler rundet; Gewichte außerhalb werden abgeschnitten.</translation>
    </message>
    <message>
        <source>The largest weights are left out of the range and clipped.</source>
        <translation>Die größten Gewichte liegen außerhalb des Bereichs und werden abgeschnitten.</translation>
    </message>
    <message>
        <source>The range was set by hand, in the inspector.</source>
        <translation>Der Bereich wurde im Inspektor von Hand gesetzt.</translation>
    </message>
    <message>
        <source>The calibration method of the whole model counts.</source>
        <translation>Es gilt das Kalibrierungsverfahren des ganzen Modells.</translation>
    </message>
    <message>
        <source>There is no range that calibration finds.</source>
        <translation>Es gibt keinen Bereich, den die Kalibrierung bestimmt.</translation>
    </message>
    <message>
        <source>1-bit and ternary weights, MX blocks and formats without scales have no range to choose</source>
        <translation>1-Bit- und ternäre Gewichte, MX-Blöcke und Formate ohne Skalierung haben keinen wählbaren Bereich</translation>
    </message>
    <message>
        <source>The tensor has no range that calibration finds</source>
        <translation>Der Tensor hat keinen Bereich, den die Kalibrierung bestimmt</translation>
    </message>
    <message>
        <source>W ranges</source>
        <translation>W-Bereiche</translation>
    </message>
    <message>
        <source>A calibration</source>
        <translation>A-Kalibrierung</translation>
    </message>
    <message>
        <source>How the range of each scale&apos;s weights is found: all of them, what rounds with the least squared error, or a percentile. Weights outside are clipped.</source>
        <translation>Wie der Bereich der Gewichte jeder Skalierung bestimmt wird: alle, was mit dem kleinsten quadratischen Fehler rundet, oder ein Perzentil. Gewichte außerhalb werden abgeschnitten.</translation>
    </message>
    <message>
        <source>How the range of the tensor this layer produces follows from the calibration images: as the whole model&apos;s (Calibration menu), or by a method of its own.</source>
        <translation>Wie der Bereich des Tensors, den diese Schicht erzeugt, aus den Kalibrierungsbildern folgt: wie im ganzen Modell (Menü Kalibrierung) oder nach einem eigenen Verfahren.</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>weight ranges</source>
        <translation>Gewichtsbereiche</translation>
    </message>
    <message>
        <source>activation calibration</source>
        <translation>Aktivierungskalibrierung</translation>
    </message>
    <message>
        <source>Ranges of scales</source>
        <translation>Bereiche der Skalierungen</translation>
    </message>
    <message>
        <source>Output calibration</source>
        <translation>Ausgangskalibrierung</translation>
    </message>
    <message>
        <source>Fit weights and biases to the calibration images, layer by layer: least squares, then rounding by the Hessian (Frantar et al. 2022), in formats other than plain integers to nearest</source>
        <translation>Gewichte und Bias Schicht für Schicht an die Kalibrierungsbilder anpassen: kleinste Quadrate, dann Runden nach der Hesse-Matrix (Frantar et al. 2022), in anderen Formaten als einfachen Ganzzahlen zum Nächsten</translation>
    </message>
    <message numerus="yes">
        <source>corrected weights of %n layers</source>
        <translation>
            <numerusform>korrigierte Gewichte von %n Schicht</numerusform>
            <numerusform>korrigierte Gewichte von %n Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>equalized channels of %n layers</source>
        <translation>
            <numerusform>angeglichene Kanäle von %n Schicht</numerusform>
            <numerusform>angeglichene Kanäle von %n Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pruned channels of %n layers</source>
        <translation>
            <numerusform>beschnittene Kanäle von %n Schicht</numerusform>
            <numerusform>beschnittene Kanäle von %n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>This did not fit any more and has gone: %1. Undo brings it back.</source>
        <translation>Das passte nicht mehr und ist entfallen: %1. „Rückgängig“ bringt es zurück.</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingerechnet</translation>
    </message>
    <message>
        <source>Kept apart, in float</source>
        <translation>Getrennt belassen, in Gleitkomma</translation>
    </message>
    <message>
        <source>Skipped: it stands behind no layer with weights</source>
        <translation>Übergangen: steht hinter keiner Schicht mit Gewichten</translation>
    </message>
    <message>
        <source>Skipped: others read the layer&apos;s output before it, too</source>
        <translation>Übergangen: auch andere lesen die Ausgabe der Schicht davor</translation>
    </message>
    <message>
        <source>Skipped: its parameters are not constant</source>
        <translation>Übergangen: ihre Parameter sind nicht konstant</translation>
    </message>
    <message>
        <source>Skipped: its channels or the layer&apos;s bias have another shape</source>
        <translation>Übergangen: ihre Kanäle oder der Bias der Schicht haben eine andere Form</translation>
    </message>
    <message numerus="yes">
        <source>%n with batch normalization kept apart</source>
        <translation>
            <numerusform>%n mit getrennt belassener Batch-Normalisierung</numerusform>
            <numerusform>%n mit getrennt belassener Batch-Normalisierung</numerusform>
        </translation>
    </message>
    <message>
        <source>its batch normalization is kept apart (%1)</source>
        <translation>ihre Batch-Normalisierung ist getrennt belassen (%1)</translation>
    </message>
    <message>
        <source>batch normalization that is kept apart shifts the channels</source>
        <translation>getrennt belassene Batch-Normalisierung verschiebt die Kanäle</translation>
    </message>
    <message>
        <source>Fold batch normalization</source>
        <translation>Batch-Normalisierung einrechnen</translation>
    </message>
    <message>
        <source>Merge batch normalization into the weights and biases before it, as integer kernels need it; Remove keeps it apart, in float behind the weights as they are in the model. FP32 outputs stay (Jacob et al. 2018, section 3.2; Krishnamoorthi 2018)</source>
        <translation>Rechnet Batch-Normalisierung in die Gewichte und Biaswerte davor ein, wie es Ganzzahl-Kernel brauchen; „Entfernen“ belässt sie getrennt, in Gleitkomma hinter den Gewichten, wie sie im Modell stehen. FP32-Ausgaben bleiben (Jacob et al. 2018, Abschnitt 3.2; Krishnamoorthi 2018)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationPlot</name>
    <message>
        <source>Value of the output</source>
        <translation>Wert der Ausgabe</translation>
    </message>
    <message>
        <source>Values per bin</source>
        <translation>Werte pro Bin</translation>
    </message>
    <message>
        <source>Histogram of the layer&apos;s output with its clipping limits</source>
        <translation>Histogramm der Ausgabe der Schicht mit ihren Clipping-Grenzen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationSmoothing</name>
    <message>
        <source>Smooth activations</source>
        <translation>Aktivierungen glätten</translation>
    </message>
    <message>
        <source>Undo smoothing</source>
        <translation>Glättung rückgängig machen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BatchNormFolding</name>
    <message numerus="yes">
        <source>Keep batch normalization of %n layers apart</source>
        <translation>
            <numerusform>Batch-Normalisierung von %n Schicht getrennt belassen</numerusform>
            <numerusform>Batch-Normalisierung von %n Schichten getrennt belassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold batch normalization of %n layers</source>
        <translation>
            <numerusform>Batch-Normalisierung von %n Schicht einrechnen</numerusform>
            <numerusform>Batch-Normalisierung von %n Schichten einrechnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethods</name>
    <message>
        <source>Choose the best methods</source>
        <translation>Beste Verfahren wählen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethodsView</name>
    <message>
        <source>Best for Me</source>
        <translation>Das Beste für mich</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL-Divergenz</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>Rauschen zu Signal</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Methods that were tried</source>
        <translation>Erprobte Verfahren</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BiasAbsorption</name>
    <message>
        <source>Undo bias absorption</source>
        <translation>Bias-Absorption zurücknehmen</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>Hohe Biaswerte absorbieren</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BulkEditor</name>
    <message>
        <source>Weights:</source>
        <translation>Gewichte:</translation>
    </message>
    <message>
        <source>Weight bits of the selected layers</source>
        <translation>Gewichtsbits der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Weight symmetry of the selected layers</source>
        <translation>Gewichtssymmetrie der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Weight granularity of the selected layers</source>
        <translation>Gewichtsgranularität der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Ausgabe:</translation>
    </message>
    <message>
        <source>Activation bits of the selected layers</source>
        <translation>Aktivierungsbits der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Activation symmetry of the selected layers</source>
        <translation>Aktivierungssymmetrie der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Select layers to edit them together</source>
        <translation>Schichten auswählen, um sie gemeinsam zu bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Weight pruning of the selected layers</source>
        <translation>Beschneidung der Gewichte in den ausgewählten Schichten</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadeDialog</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Kaskade</translation>
    </message>
    <message>
        <source>Every image runs through the cheap configuration; where its most probable class leads the second by less than a threshold, the better one answers (Park et al. 2015, Wang et al. 2018).</source>
        <translation>Jedes Bild läuft durch die günstige Konfiguration; wo deren wahrscheinlichste Klasse um weniger als einen Schwellwert vor der zweiten liegt, antwortet die bessere (Park et al. 2015, Wang et al. 2018).</translation>
    </message>
    <message>
        <source>Cheap</source>
        <translation>Günstig</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Accuracy that may be &amp;lost</source>
        <translation>Genauigkeit, die ver&amp;loren gehen darf</translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation>K&amp;osten</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkte</translation>
    </message>
    <message>
        <source>How much less accurate than the better configuration the cascade may be on the validation images</source>
        <translation>Um wie viel ungenauer als die bessere Konfiguration die Kaskade auf den Validierungsbildern sein darf</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>Bitoperationen</translation>
    </message>
    <message>
        <source>Time on this machine</source>
        <translation>Zeit auf diesem Rechner</translation>
    </message>
    <message>
        <source>What the cascade is to save</source>
        <translation>Was die Kaskade einsparen soll</translation>
    </message>
    <message>
        <source>Write both models as ONNX, with a file that names them and the threshold</source>
        <translation>Beide Modelle als ONNX schreiben, dazu eine Datei, die sie und den Schwellwert nennt</translation>
    </message>
    <message>
        <source>Running both configurations…</source>
        <translation>Beide Konfigurationen laufen…</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>same class as FP32</source>
        <translation>gleiche Klasse wie FP32</translation>
    </message>
    <message>
        <source>Threshold %1: %2 of the images run again. Accuracy (%3) %4; cheap alone %5, better alone %6. Mean cost %7 of the better configuration&apos;s.</source>
        <translation>Schwellwert %1: %2 der Bilder laufen noch einmal. Genauigkeit (%3) %4; günstige allein %5, bessere allein %6. Mittlere Kosten %7 derer der besseren Konfiguration.</translation>
    </message>
    <message>
        <source>Threshold chosen on one half of the images and judged on the other: accuracy %1, %2 run again, cost %3.</source>
        <translation>Schwellwert auf der einen Hälfte der Bilder gewählt und auf der anderen beurteilt: Genauigkeit %1, %2 laufen noch einmal, Kosten %3.</translation>
    </message>
    <message>
        <source>This costs no less than the better configuration alone: allow more loss, or take a cheaper one.</source>
        <translation>Das kostet nicht weniger als die bessere Konfiguration allein: mehr Verlust zulassen oder eine günstigere nehmen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Export Cascade to Folder</source>
        <translation>Kaskade in Ordner exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Both models and %1 are written.</source>
        <translation>Beide Modelle und %1 sind geschrieben.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadePlot</name>
    <message>
        <source>Cascade</source>
        <translation>Kaskade</translation>
    </message>
    <message>
        <source>Better alone</source>
        <translation>Bessere allein</translation>
    </message>
    <message>
        <source>Cheap alone</source>
        <translation>Günstige allein</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Mean cost of an image, % of the better configuration&apos;s</source>
        <translation>Mittlere Kosten eines Bildes, % derer der besseren Konfiguration</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Accuracy of the cascade against its mean cost</source>
        <translation>Genauigkeit der Kaskade über ihren mittleren Kosten</translation>
    </message>
    <message>
        <source>Threshold %1: %2 run again, accuracy %3, cost %4 of the better configuration&apos;s</source>
        <translation>Schwellwert %1: %2 laufen noch einmal, Genauigkeit %3, Kosten %4 derer der besseren Konfiguration</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelEqualization</name>
    <message>
        <source>Undo equalization</source>
        <translation>Angleichung aufheben</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>Kanäle angleichen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelRangesPlot</name>
    <message>
        <source>Smallest to largest weight</source>
        <translation>Kleinstes bis größtes Gewicht</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Eine Skalierung für alle</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>Gewichtswert</translation>
    </message>
    <message>
        <source>Range of every channel&apos;s weights</source>
        <translation>Bereich der Gewichte jedes Kanals</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>Ausgabekanal</translation>
    </message>
    <message>
        <source>Output channels, the widest first</source>
        <translation>Ausgabekanäle, breiteste zuerst</translation>
    </message>
    <message>
        <source>Output channels, the noisiest first</source>
        <translation>Ausgabekanäle, stärkstes Rauschen zuerst</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>SQNR as quantized now: %1</source>
        <translation>SQNR der aktuellen Quantisierung: %1</translation>
    </message>
    <message>
        <source>Fills %1 of one scale for all: %2 bits fewer than the widest channel</source>
        <translation>Nutzt %1 einer Skalierung für alle: %2 Bit weniger als der breiteste Kanal</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ColorLegend</name>
    <message>
        <source>Legend of the graph&apos;s colours</source>
        <translation>Legende der Farben im Graphen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationDifference</name>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Agreement with FP32</source>
        <translation>Übereinstimmung mit FP32</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>Ausgabe-SQNR</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>Modellgröße</translation>
    </message>
    <message>
        <source>Weight bits on average</source>
        <translation>Gewichtsbits im Mittel</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>Gewichte von %1</translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation>Aktivierung %1</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>fixed-point</source>
        <translation>Festkomma</translation>
    </message>
    <message>
        <source>float</source>
        <translation>Gleitkomma</translation>
    </message>
    <message>
        <source>Multipliers</source>
        <translation>Multiplikatoren</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationDocument</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin bits of %1</source>
        <translation>Bits von %1 fixieren</translation>
    </message>
    <message>
        <source>Unpin bits of %1</source>
        <translation>Bits von %1 freigeben</translation>
    </message>
    <message>
        <source>Fixed-point multipliers</source>
        <translation>Festkomma-Multiplikatoren</translation>
    </message>
    <message>
        <source>Float multipliers</source>
        <translation>Gleitkomma-Multiplikatoren</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationHistory</name>
    <message>
        <source>Name %1</source>
        <translation>%1 benennen</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n configurations</source>
        <translation>
            <numerusform>%n Konfiguration entfernen</numerusform>
            <numerusform>%n Konfigurationen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed, %L1 weight bits on average</source>
        <translation>gemischt, %L1 Gewichtsbits im Mittel</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1, korrigiert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>Ausgabe-SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Gewichtsbits</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>%1, pruned: %2</source>
        <translation>%1, beschnitten: %2</translation>
    </message>
    <message>
        <source>%1, fixed-point</source>
        <translation>%1, Festkomma</translation>
    </message>
    <message>
        <source>%1, split: %2</source>
        <translation>%1, geteilt: %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionModel</name>
    <message numerus="yes">
        <source>%n images: FP32 says %1, quantized %2</source>
        <translation>
            <numerusform>%n Bild: FP32 ergibt %1, quantisiert %2</numerusform>
            <numerusform>%n Bilder: FP32 ergibt %1, quantisiert %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionView</name>
    <message>
        <source>Confusion matrix: FP32&apos;s answers in rows, quantized in columns</source>
        <translation>Konfusionsmatrix: Vorhersagen von FP32 in Zeilen, quantisiert in Spalten</translation>
    </message>
    <message>
        <source>Rows: FP32&apos;s answer; columns: the quantized model&apos;s. A click shows the images.</source>
        <translation>Zeilen: Vorhersage von FP32; Spalten: die des quantisierten Modells. Ein Klick zeigt die Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n more classes have changed answers.</source>
        <translation>
            <numerusform>%n weitere Klasse hat geänderte Vorhersagen.</numerusform>
            <numerusform>%n weitere Klassen haben geänderte Vorhersagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CoursePlot</name>
    <message>
        <source>Calibration images</source>
        <translation>Kalibrierungsbilder</translation>
    </message>
    <message numerus="yes">
        <source>%n calibration images</source>
        <translation>
            <numerusform>%n Kalibrierungsbild</numerusform>
            <numerusform>%n Kalibrierungsbilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CourseView</name>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>With results</source>
        <translation>Mit Ergebnissen</translation>
    </message>
    <message>
        <source>Run the calibration images once and note the range that every method finds after 1, 2, 4, … and all of them</source>
        <translation>Die Kalibrierungsbilder einmal rechnen und den Bereich festhalten, den jedes Verfahren nach 1, 2, 4, … und allen findet</translation>
    </message>
    <message>
        <source>Run the validation images, too, calibrated with each number of images</source>
        <translation>Auch die Validierungsbilder rechnen, mit jeder Anzahl von Bildern kalibriert</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What is shown against the number of images</source>
        <translation>Was über der Zahl der Bilder gezeigt wird</translation>
    </message>
    <message>
        <source>The range of this output, or what the whole model does</source>
        <translation>Der Bereich dieser Ausgabe, oder was das ganze Modell leistet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Measured before the last edits</source>
        <translation>Vor den letzten Änderungen gemessen</translation>
    </message>
    <message>
        <source>Measure with results shows how many
calibration images are enough.</source>
        <translation>„Messen“ mit Ergebnissen zeigt, wie viele
Kalibrierungsbilder genügen.</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>An der Ausgabe dieser Schicht sitzt kein Quantisierer.</translation>
    </message>
    <message>
        <source>Measure shows how many calibration images
the range of this output needs.</source>
        <translation>„Messen“ zeigt, wie viele Kalibrierungsbilder
der Bereich dieser Ausgabe braucht.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::DimensionsDialog</name>
    <message>
        <source>Fix Dimensions</source>
        <translation>Dimensionen festlegen</translation>
    </message>
    <message>
        <source>The model leaves some extents of its input “%1” (%2) open. Choose those to run it with.</source>
        <translation>Das Modell lässt einige Dimensionen seiner Eingabe „%1“ (%2) offen. Größen für die Ausführung wählen.</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>Achse %1</translation>
    </message>
    <message>
        <source>Axis %1 (%2)</source>
        <translation>Achse %1 (%2)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ErrorHistogramPlot</name>
    <message>
        <source>Quantized − FP32</source>
        <translation>Quantisiert − FP32</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>Gewichte pro Bin</translation>
    </message>
    <message>
        <source>Histogram of the rounding errors of the weights</source>
        <translation>Histogramm der Rundungsfehler der Gewichte</translation>
    </message>
    <message>
        <source>The weights are exact: there is no error.</source>
        <translation>Die Gewichte sind exakt: kein Fehler.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::FeatureMapView</name>
    <message>
        <source>all channels</source>
        <translation>alle Kanäle</translation>
    </message>
    <message>
        <source>channel </source>
        <translation>Kanal </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>of the configuration before</source>
        <translation>der vorherigen Konfiguration</translation>
    </message>
    <message>
        <source>SQNR %1 for %2</source>
        <translation>SQNR %1 für %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::FiguresStrip</name>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Share of images whose best class is the label, quantized; below: FP32. While images are running it is estimated for all of them.</source>
        <translation>Anteil der Bilder, deren beste Klasse das Label ist, quantisiert; darunter: FP32. Solange Bilder laufen, für alle geschätzt.</translation>
    </message>
    <message>
        <source>≈ 100.0 %</source>
        <translation>≈ 100,0 %</translation>
    </message>
    <message>
        <source>FP32 100.0 %</source>
        <translation>FP32 100,0 %</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>Gegenüber FP32</translation>
    </message>
    <message>
        <source>Top-1 less that of FP32 over the same images, in percentage points (without labels: agreement with FP32 less 100); below: less that of the configuration before. While images are running, ± is the 95 % confidence interval for all of them; without ± it is exact.</source>
        <translation>Top-1 abzüglich der von FP32 für dieselben Bilder, in Prozentpunkten (ohne Labels: Übereinstimmung mit FP32 minus 100); darunter: abzüglich der vorherigen Konfiguration. Solange Bilder laufen, gibt ± das 95-%-Konfidenzintervall für alle an; ohne ± ist der Wert exakt.</translation>
    </message>
    <message>
        <source>−10.0 ± 10.0</source>
        <translation>−10,0 ± 10,0</translation>
    </message>
    <message>
        <source>before: −10.0 ± 10.0</source>
        <translation>zuvor: −10,0 ± 10,0</translation>
    </message>
    <message>
        <source>Top-5</source>
        <translation>Top-5</translation>
    </message>
    <message>
        <source>Share of images whose label is among the five best classes.</source>
        <translation>Anteil der Bilder, deren Label unter den fünf besten Klassen ist.</translation>
    </message>
    <message>
        <source>100.0 %</source>
        <translation>100,0 %</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Share of images on which the quantized model gives the same best class as FP32, right or wrong.</source>
        <translation>Anteil der Bilder, für die das quantisierte Modell dieselbe beste Klasse wie FP32 liefert, ob richtig oder falsch.</translation>
    </message>
    <message>
        <source>with FP32</source>
        <translation>mit FP32</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>Ausgabe-SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the model&apos;s output: energy of the FP32 output over energy of the difference, in decibels. Higher is better.</source>
        <translation>Signal-Quantisierungsrausch-Abstand der Modellausgabe: Energie der FP32-Ausgabe zu Energie der Differenz, in Dezibel. Höher ist besser.</translation>
    </message>
    <message>
        <source>−10.0 dB</source>
        <translation>−10,0 dB</translation>
    </message>
    <message>
        <source>against FP32</source>
        <translation>gegenüber FP32</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Cosine of the angle between FP32 and quantized output, mean over images; 1 is the same direction.</source>
        <translation>Kosinus des Winkels zwischen FP32- und quantisierter Ausgabe, Mittel über die Bilder; 1 bedeutet gleiche Richtung.</translation>
    </message>
    <message>
        <source>−0.0000</source>
        <translation>−0,0000</translation>
    </message>
    <message>
        <source>to FP32</source>
        <translation>zu FP32</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL-Divergenz</translation>
    </message>
    <message>
        <source>How far the quantized class probabilities are from the FP32 ones, in nats, mean over images; 0 is the same.</source>
        <translation>Abweichung der quantisierten Klassenwahrscheinlichkeiten von denen in FP32, in Nat, Mittel über die Bilder; 0 bedeutet gleich.</translation>
    </message>
    <message>
        <source>10.0000</source>
        <translation>10,0000</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nat</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>Modellgröße</translation>
    </message>
    <message>
        <source>Weights at their bits, scales, zero points and biases; below: size in FP32 and how many times smaller.</source>
        <translation>Gewichte mit ihrer Bitbreite, Skalierungen, Nullpunkte und Biaswerte; darunter: Größe in FP32 und Verkleinerungsfaktor.</translation>
    </message>
    <message>
        <source>10.00 MB</source>
        <translation>10,00 MB</translation>
    </message>
    <message>
        <source>FP32 100 MB, 10.0×</source>
        <translation>FP32 100 MB, 10,0×</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Gewichtsbits</translation>
    </message>
    <message>
        <source>Average over all weights that can be quantized.</source>
        <translation>Mittel über alle quantisierbaren Gewichte.</translation>
    </message>
    <message>
        <source>32.00</source>
        <translation>32,00</translation>
    </message>
    <message>
        <source>of 32</source>
        <translation>von 32</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Validation images the figures stand for.</source>
        <translation>Validierungsbilder, für die die Kennzahlen gelten.</translation>
    </message>
    <message>
        <source>00000</source>
        <translation>00000</translation>
    </message>
    <message>
        <source>so far of 00000</source>
        <translation>bisher von 00000</translation>
    </message>
    <message>
        <source>Figures of the whole model</source>
        <translation>Kennzahlen des ganzen Modells</translation>
    </message>
    <message>
        <source>FP32 %1, %L2×</source>
        <translation>FP32 %1, %L2×</translation>
    </message>
    <message>
        <source>FP32 %1</source>
        <translation>FP32 %1</translation>
    </message>
    <message>
        <source>so far of %1</source>
        <translation>bisher von %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>zuvor: %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphColoring</name>
    <message>
        <source>1–3</source>
        <translation>1–3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5–7</source>
        <translation>5–7</translation>
    </message>
    <message>
        <source>8</source>
        <translation>8</translation>
    </message>
    <message>
        <source>16</source>
        <translation>16</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Not measured yet: start a sweep in the Sensitivity panel</source>
        <translation>Noch nicht gemessen: Durchlauf im Tab „Empfindlichkeit“ starten</translation>
    </message>
    <message>
        <source>%1 at %2 bit</source>
        <translation>%1 bei %2 Bit</translation>
    </message>
    <message>
        <source>%1 output SQNR</source>
        <translation>%1 Ausgabe-SQNR</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Known once the configuration has been evaluated</source>
        <translation>Bekannt, sobald die Konfiguration ausgewertet ist</translation>
    </message>
    <message>
        <source>Not measured yet: Quantize &gt; Measure Time</source>
        <translation>Noch nicht gemessen: Quantisieren &gt; Zeit messen</translation>
    </message>
    <message>
        <source>%1, before the last edit</source>
        <translation>%1, vor der letzten Änderung</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphFinder</name>
    <message>
        <source>Find in the graph (Ctrl+F)</source>
        <translation>Im Graphen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>Name of a layer, operator, attribute (strides=2x2) or shape of weights (32x3x3x3). Enter goes to the next match, Escape ends the search.</source>
        <translation>Name einer Schicht, Operator, Attribut (strides=2x2) oder Gewichtsform (32x3x3x3). Die Eingabetaste springt zum nächsten Treffer, Esc beendet die Suche.</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphPanel</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>Ganzen Graphen anzeigen (F)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>Alle Operatoren</translation>
    </message>
    <message>
        <source>What the nodes are: layers with what is fused into them, or every operator of the simplified model on its own</source>
        <translation>Was die Knoten sind: Schichten samt fusionierten Operatoren oder jeder Operator des vereinfachten Modells einzeln</translation>
    </message>
    <message>
        <source>Nodes of the graph</source>
        <translation>Knoten des Graphen</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Färben nach</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>Farbe:</translation>
    </message>
    <message>
        <source>The graph of the model appears here.

Open an ONNX model (Ctrl+O), drop one on the window, or open the sample from the File menu.</source>
        <translation>Hier erscheint der Graph des Modells.

Ein ONNX-Modell öffnen (Strg+O), auf dem Fenster ablegen oder das Beispiel aus dem Menü „Datei“ öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>Laying out %n layers…</source>
        <translation>
            <numerusform>%n Schicht wird angeordnet …</numerusform>
            <numerusform>%n Schichten werden angeordnet …</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xpand %1</source>
        <translation>%1 aufkla&amp;ppen</translation>
    </message>
    <message>
        <source>&amp;Collapse %1</source>
        <translation>%1 &amp;zuklappen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What the colours of the nodes stand for: the kind of operator, the bits of its weights, how sensitive the layer is at the lowest bits of the sweep, the noise of its output, its size, or its time in the exported model</source>
        <translation>Wofür die Farben der Knoten stehen: die Art des Operators, die Bits seiner Gewichte, wie empfindlich die Schicht bei den wenigsten Bits des Durchlaufs ist, das Rauschen ihrer Ausgabe, ihre Größe oder ihre Zeit im exportierten Modell</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphView</name>
    <message>
        <source>Graph of the model</source>
        <translation>Graph des Modells</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Use Its &amp;Defaults</source>
        <translation>&amp;Vorgaben verwenden</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>What the chosen hardware does not take is greyed out in the table, the menus and the rules, and a search leaves it out.</source>
        <translation>Was die gewählte Hardware nicht annimmt, ist in der Tabelle, den Menüs und den Regeln ausgegraut, und eine Suche lässt es aus.</translation>
    </message>
    <message>
        <source>Hardware profiles</source>
        <translation>Hardwareprofile</translation>
    </message>
    <message>
        <source>&amp;Add Profile…</source>
        <translation>Profil &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Read a profile of your own: a JSON file like those that come along</source>
        <translation>Ein eigenes Profil lesen: eine JSON-Datei wie die mitgelieferten</translation>
    </message>
    <message>
        <source>Forget a profile of your own; its file stays</source>
        <translation>Ein eigenes Profil vergessen; seine Datei bleibt</translation>
    </message>
    <message>
        <source>Set all layers to the bits and schemes that this hardware starts with; one step that can be undone</source>
        <translation>Allen Schichten die Bits und Schemata geben, mit denen diese Hardware beginnt; ein Schritt, der rückgängig gemacht werden kann</translation>
    </message>
    <message>
        <source>What the hardware takes</source>
        <translation>Was die Hardware annimmt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>All formats and schemes can be chosen.</source>
        <translation>Alle Formate und Schemata können gewählt werden.</translation>
    </message>
    <message>
        <source>Add Hardware Profile</source>
        <translation>Hardwareprofil hinzufügen</translation>
    </message>
    <message>
        <source>Hardware profiles (*.json);;All files (*)</source>
        <translation>Hardwareprofile (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareFacts</name>
    <message>
        <source>per tensor</source>
        <translation>pro Tensor</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>pro Kanal</translation>
    </message>
    <message>
        <source>per group</source>
        <translation>pro Gruppe</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX-Blöcke</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>symmetric activations</source>
        <translation>symmetrische Aktivierungen</translation>
    </message>
    <message>
        <source>asymmetric activations</source>
        <translation>asymmetrische Aktivierungen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>Gewichtsskalierungen</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>Aktivierungsbereiche</translation>
    </message>
    <message>
        <source>calibrated or of each input</source>
        <translation>kalibriert oder je Eingabe</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>Zero points</source>
        <translation>Nullpunkte</translation>
    </message>
    <message>
        <source>In float</source>
        <translation>In Gleitkomma</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>Gewichte: %1</translation>
    </message>
    <message>
        <source>along any axis</source>
        <translation>entlang jeder Achse</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareProfiles</name>
    <message>
        <source>any hardware</source>
        <translation>beliebige Hardware</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMap</name>
    <message>
        <source>channel %1, value %2</source>
        <translation>Kanal %1, Wert %2</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3</source>
        <translation>Kanal %1, Zeile %2, Spalte %3</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMapPlot</name>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Nichts anzuzeigen.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImageListModel</name>
    <message>
        <source>Margin: by how much the score of the label (FP32&apos;s answer where labels are missing), as the model gives it, exceeds the best other one in the quantized model; below 0 the answer is another</source>
        <translation>Abstand: um wie viel der Score des Labels (ohne Labels: der Vorhersage von FP32), wie ihn das quantisierte Modell liefert, den besten anderen übertrifft; unter 0 ist die Vorhersage eine andere</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImagesPanel</name>
    <message>
        <source>Filter by file or class</source>
        <translation>Nach Datei oder Klasse filtern</translation>
    </message>
    <message>
        <source>Filter images by file or class</source>
        <translation>Bilder nach Datei oder Klasse filtern</translation>
    </message>
    <message>
        <source>Show all images again</source>
        <translation>Wieder alle Bilder anzeigen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>Which class FP32 and the quantized model answer how often</source>
        <translation>Wie oft FP32 und das quantisierte Modell welche Klasse vorhersagen</translation>
    </message>
    <message>
        <source>How to show the images</source>
        <translation>Darstellung der Bilder</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Right in FP32, wrong now</source>
        <translation>In FP32 richtig, jetzt falsch</translation>
    </message>
    <message>
        <source>Wrong in FP32, right now</source>
        <translation>In FP32 falsch, jetzt richtig</translation>
    </message>
    <message>
        <source>Wrong now</source>
        <translation>Jetzt falsch</translation>
    </message>
    <message>
        <source>Which images to show</source>
        <translation>Angezeigte Bilder</translation>
    </message>
    <message>
        <source>Which images to show; a click on Margin sorts by how narrowly the answer was given</source>
        <translation>Angezeigte Bilder; ein Klick auf „Abstand“ sortiert danach, wie knapp die Vorhersage ausfiel</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Show layer by layer how this image&apos;s values drift away from FP32</source>
        <translation>Schicht für Schicht zeigen, wie die Werte dieses Bildes von FP32 abdriften</translation>
    </message>
    <message>
        <source>Validation images and what the model says about them appear here.

Open a folder with File › Open Images…, or drop one on the window.</source>
        <translation>Hier erscheinen die Validierungsbilder und die Vorhersagen des Modells dazu.

Einen Ordner mit Datei › Bilder öffnen … öffnen oder auf dem Fenster ablegen.</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 von %2 geändert</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>%1 (not one of the validation images), output SQNR %2</source>
        <translation>%1 (kein Validierungsbild), Ausgabe-SQNR %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::InspectorPanel</name>
    <message>
        <source>This is the input of the model. Select a layer.</source>
        <translation>Dies ist die Eingabe des Modells. Eine Schicht auswählen.</translation>
    </message>
    <message>
        <source>Select an image in the tab Images to see what this layer makes of it.</source>
        <translation>Im Tab „Bilder“ ein Bild auswählen, um zu sehen, was diese Schicht daraus macht.</translation>
    </message>
    <message>
        <source>Clip the output of %1 to %2 … %3</source>
        <translation>Ausgabe von %1 auf %2 … %3 begrenzen</translation>
    </message>
    <message>
        <source>Select a layer in the graph or in the table to see its weights.</source>
        <translation>Im Graphen oder in der Tabelle eine Schicht auswählen, um ihre Gewichte zu sehen.</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerClipboard</name>
    <message>
        <source>the clipboard holds no settings of a layer; copy a row of the table first (Ctrl+C)</source>
        <translation>die Zwischenablage enthält keine Einstellungen einer Schicht; zuerst eine Zeile der Tabelle kopieren (Strg+C)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerPanel</name>
    <message>
        <source>Filter by layer or operator</source>
        <translation>Nach Schicht oder Operator filtern</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>Angezeigte Spalten wählen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Bits that this hardware does not take are greyed out in the table, in the menus and below the table</source>
        <translation>Von dieser Hardware nicht unterstützte Bits sind in der Tabelle, in den Menüs und unter der Tabelle ausgegraut</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Layers and their quantization appear here once a model is open.</source>
        <translation>Hier erscheinen die Schichten und ihre Quantisierung, sobald ein Modell geöffnet ist.</translation>
    </message>
    <message numerus="yes">
        <source>Paste settings to %n layers</source>
        <translation>
            <numerusform>Einstellungen in %n Schicht einfügen</numerusform>
            <numerusform>Einstellungen in %n Schichten einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy Settings</source>
        <translation>Einstellungen &amp;kopieren</translation>
    </message>
    <message>
        <source>Pas&amp;te Settings</source>
        <translation>Einstellungen &amp;einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n passt nicht</numerusform>
            <numerusform>%n passen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the layers whose settings this hardware does not take:</source>
        <translation>Die Schichten auswählen, deren Einstellungen diese Hardware nicht annimmt:</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerTableModel</name>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>Measured before the last edit; the new figure is on its way.</source>
        <translation>Vor der letzten Änderung gemessen; der neue Wert wird ermittelt.</translation>
    </message>
    <message>
        <source>Pinned: a search for mixed precision keeps these bits.</source>
        <translation>Fixiert: eine Suche nach gemischter Präzision behält diese Bits bei.</translation>
    </message>
    <message>
        <source>%1 has nothing of that kind to quantize</source>
        <translation>%1 hat nichts dergleichen zu quantisieren</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n layers to %2</source>
        <translation>
            <numerusform>%1 von %n Schicht auf %2 setzen</numerusform>
            <numerusform>%1 von %n Schichten auf %2 setzen</numerusform>
        </translation>
    </message>
    <message>
        <source>none of the layers has such settings</source>
        <translation>keine der Schichten hat solche Einstellungen</translation>
    </message>
    <message>
        <source>Measured before the last edit; Quantize &gt; Measure Time measures it again.</source>
        <translation>Vor der letzten Änderung gemessen; Quantisieren &gt; Zeit messen misst erneut.</translation>
    </message>
    <message>
        <source>GPTQ</source>
        <translation>GPTQ</translation>
    </message>
    <message>
        <source>AdaRound</source>
        <translation>AdaRound</translation>
    </message>
    <message>
        <source>nearest, bias corrected</source>
        <translation>zum Nächsten, Bias korrigiert</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored with a bit a weight that says which.</source>
        <translation>%1 % der Gewichte bleiben, gespeichert mit einem Bit je Gewicht, das sagt, welche.</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, each stored with its place in its run.</source>
        <translation>%1 % der Gewichte bleiben, jedes mit seinem Platz in seiner Gruppe gespeichert.</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored densely: that is smallest here.</source>
        <translation>%1 % der Gewichte bleiben, dicht gespeichert: Das ist hier am kleinsten.</translation>
    </message>
    <message>
        <source>nearest, split</source>
        <translation>zum Nächsten, geteilt</translation>
    </message>
    <message numerus="yes">
        <source>%n input channels added.</source>
        <translation>
            <numerusform>%n Eingangskanal hinzugefügt.</numerusform>
            <numerusform>%n Eingangskanäle hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>nearest, bias corrected without images</source>
        <translation>zum Nächsten, Bias ohne Bilder korrigiert</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerViews</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Rounding errors</source>
        <translation>Rundungsfehler</translation>
    </message>
    <message>
        <source>Range per channel</source>
        <translation>Kanalbereiche</translation>
    </message>
    <message>
        <source>Weight map</source>
        <translation>Gewichtskarte</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>Ausgabebereich</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Feature-Maps</translation>
    </message>
    <message>
        <source>Histogram of the weights in FP32 and quantized</source>
        <translation>Histogramm der Gewichte in FP32 und quantisiert</translation>
    </message>
    <message>
        <source>Histogram of what rounding did to the weights</source>
        <translation>Histogramm der Änderung der Gewichte durch die Rundung</translation>
    </message>
    <message>
        <source>From the smallest to the largest weight of every output channel</source>
        <translation>Vom kleinsten zum größten Gewicht jedes Ausgabekanals</translation>
    </message>
    <message>
        <source>The weights as a picture</source>
        <translation>Die Gewichte als Bild</translation>
    </message>
    <message>
        <source>Values of the output in calibration; drag the limits to clip</source>
        <translation>Werte der Ausgabe bei der Kalibrierung; Grenzen zum Clipping ziehen</translation>
    </message>
    <message>
        <source>The layer&apos;s output for the selected image</source>
        <translation>Ausgabe der Schicht für das ausgewählte Bild</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>What to show of the layer</source>
        <translation>Ansicht der Schicht</translation>
    </message>
    <message>
        <source>Counts on a logarithmic axis, so that few values are seen, too</source>
        <translation>Anzahlen auf logarithmischer Achse, damit auch wenige Werte sichtbar sind</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>widest first</source>
        <translation>breiteste zuerst</translation>
    </message>
    <message>
        <source>noisiest first</source>
        <translation>stärkstes Rauschen zuerst</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation>Diese Schicht hat keine Gewichte.</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>An der Ausgabe dieser Schicht sitzt kein Quantisierer.</translation>
    </message>
    <message>
        <source>The output&apos;s values are known after calibration.</source>
        <translation>Die Werte der Ausgabe sind nach der Kalibrierung bekannt.</translation>
    </message>
    <message>
        <source>This layer&apos;s output has no calibrated integer grid.</source>
        <translation>Die Ausgabe dieser Schicht hat kein kalibriertes ganzzahliges Raster.</translation>
    </message>
    <message>
        <source>Number of calibration images</source>
        <translation>Zahl der Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>How the output&apos;s range changes with the number of calibration images</source>
        <translation>Wie sich der Bereich der Ausgabe mit der Zahl der Kalibrierungsbilder ändert</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MainWindow</name>
    <message>
        <source>Quantoscope</source>
        <translation>Quantoscope</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptleiste</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Selected Layer</source>
        <translation>Ausgewählte Schicht</translation>
    </message>
    <message>
        <source>Noise per Layer</source>
        <translation>Rauschen pro Schicht</translation>
    </message>
    <message>
        <source>Measuring the noise of the outputs…</source>
        <translation>Rauschen der Ausgaben wird gemessen …</translation>
    </message>
    <message>
        <source>No images are known for this model. Open a folder of images (Ctrl+I) to see what quantization does to its answers.</source>
        <translation>Für dieses Modell sind keine Bilder bekannt. Einen Ordner mit Bildern öffnen (Strg+I), um die Wirkung der Quantisierung auf die Vorhersagen zu sehen.</translation>
    </message>
    <message>
        <source>Stopped: the figures are incomplete. F5 evaluates again.</source>
        <translation>Abgebrochen: Die Kennzahlen sind unvollständig. F5 wertet erneut aus.</translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs, opset %4</source>
        <translation>%1: %2 Parameter, %3 MACs, Opset %4</translation>
    </message>
    <message>
        <source>The sample was not found: samples/road-signs is neither beside the program nor where it was built.</source>
        <translation>Beispiel nicht gefunden: samples/road-signs liegt weder neben dem Programm noch dort, wo es gebaut wurde.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>&amp;Modell öffnen …</translation>
    </message>
    <message>
        <source>Open an ONNX model</source>
        <translation>ONNX-Modell öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation>&amp;Bilder öffnen …</translation>
    </message>
    <message>
        <source>Choose validation and calibration images</source>
        <translation>Validierungs- und Kalibrierungsbilder wählen</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Open the bundled road-sign model with its images</source>
        <translation>Mitgeliefertes Verkehrszeichen-Modell mit seinen Bildern öffnen</translation>
    </message>
    <message>
        <source>Tr&amp;y Picture…</source>
        <translation>Bild &amp;testen …</translation>
    </message>
    <message>
        <source>Run any picture through FP32 and the quantized model</source>
        <translation>Beliebiges Bild mit FP32 und dem quantisierten Modell ausführen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Load Configuration…</source>
        <translation>Konfiguration &amp;laden …</translation>
    </message>
    <message>
        <source>Read the bits and schemes of all layers from a JSON file</source>
        <translation>Bits und Schemata aller Schichten aus einer JSON-Datei lesen</translation>
    </message>
    <message>
        <source>Save &amp;Configuration…</source>
        <translation>&amp;Konfiguration speichern …</translation>
    </message>
    <message>
        <source>Write the bits and schemes of all layers to a JSON file</source>
        <translation>Bits und Schemata aller Schichten in eine JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>E&amp;xport QDQ ONNX…</source>
        <translation>QDQ-ONNX e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Write the model with QuantizeLinear/DequantizeLinear pairs, for ONNX Runtime and OpenVINO</source>
        <translation>Modell mit QuantizeLinear/DequantizeLinear-Paaren schreiben, für ONNX Runtime und OpenVINO</translation>
    </message>
    <message>
        <source>Save Re&amp;port…</source>
        <translation>Be&amp;richt speichern …</translation>
    </message>
    <message>
        <source>Write figures, plots and changed images as a web page, PDF or JSON</source>
        <translation>Kennzahlen, Diagramme und geänderte Bilder als Webseite, PDF oder JSON schreiben</translation>
    </message>
    <message>
        <source>Export Configurations &amp;Tried…</source>
        <translation>&amp;Erprobte Konfigurationen exportieren …</translation>
    </message>
    <message>
        <source>Write the configurations tried and their figures as CSV</source>
        <translation>Erprobte Konfigurationen und ihre Kennzahlen als CSV schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Find Layer…</source>
        <translation>Schicht &amp;suchen …</translation>
    </message>
    <message>
        <source>Find layers by name, operator, attribute or weight shape</source>
        <translation>Schichten nach Name, Operator, Attribut oder Gewichtsform suchen</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Select the next match</source>
        <translation>Nächsten Treffer auswählen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>&amp;Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Select the previous match</source>
        <translation>Vorherigen Treffer auswählen</translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation>&amp;Quantisieren</translation>
    </message>
    <message>
        <source>&amp;Whole Model</source>
        <translation>&amp;Ganzes Modell</translation>
    </message>
    <message>
        <source>FP32 (not quantized)</source>
        <translation>FP32 (nicht quantisiert)</translation>
    </message>
    <message>
        <source>Weights %1, activations %2, in all layers</source>
        <translation>Gewichte %1, Aktivierungen %2, in allen Schichten</translation>
    </message>
    <message>
        <source>&amp;Set All Layers…</source>
        <translation>&amp;Alle Schichten einstellen …</translation>
    </message>
    <message>
        <source>Choose bits, schemes and calibration for all layers</source>
        <translation>Bits, Schemata und Kalibrierung für alle Schichten wählen</translation>
    </message>
    <message>
        <source>&amp;Calibration</source>
        <translation>&amp;Kalibrierung</translation>
    </message>
    <message>
        <source>&amp;Evaluate Now</source>
        <translation>&amp;Jetzt auswerten</translation>
    </message>
    <message>
        <source>Run the validation images through the configuration</source>
        <translation>Validierungsbilder mit der Konfiguration ausführen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>Laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Whole Model</source>
        <translation>Ganzes Modell</translation>
    </message>
    <message>
        <source>Give all layers the same bits</source>
        <translation>Allen Schichten dieselben Bits geben</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>How the ranges of the activations are chosen</source>
        <translation>Wie die Bereiche der Aktivierungen gewählt werden</translation>
    </message>
    <message>
        <source>Search &amp;Mixed Precision…</source>
        <translation>Gemischte &amp;Präzision suchen …</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within a budget</source>
        <translation>Beste Bits jeder Schicht innerhalb eines Budgets suchen</translation>
    </message>
    <message>
        <source>Set &amp;Percentile…</source>
        <translation>&amp;Perzentil einstellen …</translation>
    </message>
    <message>
        <source>Share of the values the percentile method keeps</source>
        <translation>Anteil der Werte, den das Perzentil-Verfahren behält</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Percentile of the values to keep, 50 to 100</source>
        <translation>Perzentil der zu behaltenden Werte, 50 bis 100</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Selected Layer</source>
        <translation>Ausgewählte &amp;Schicht</translation>
    </message>
    <message>
        <source>&amp;Fit Graph</source>
        <translation>Graphen &amp;einpassen</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Ganzen Graphen anzeigen</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>Alle Bereiche an ihre ursprüngliche Position zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>B&amp;efehl suchen …</translation>
    </message>
    <message>
        <source>Find a command of the menus by words of its name</source>
        <translation>Menübefehl anhand von Wörtern seines Namens suchen</translation>
    </message>
    <message>
        <source>&amp;About Quantoscope</source>
        <translation>Ü&amp;ber Quantoscope</translation>
    </message>
    <message>
        <source>About Quantoscope</source>
        <translation>Über Quantoscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;An instrument for neural-network quantization: turn any layer&apos;s bits, scheme and range, and see what it does to accuracy, to size and to the images.&lt;/p&gt;&lt;p&gt;Licensed under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;Ein Instrument für die Quantisierung neuronaler Netze: Bits, Schema und Bereich jeder Schicht verändern und die Wirkung auf Genauigkeit, Größe und Bilder sehen.&lt;/p&gt;&lt;p&gt;Lizenziert unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Correct Wei&amp;ghts</source>
        <translation>Gewichte k&amp;orrigieren</translation>
    </message>
    <message>
        <source>Round to &amp;Nearest</source>
        <translation>Zum &amp;Nächsten runden</translation>
    </message>
    <message>
        <source>Drop corrected weights and biases of all layers</source>
        <translation>Korrigierte Gewichte und Biaswerte aller Schichten verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n layers corrected</source>
        <translation>
            <numerusform>%n Schicht korrigiert</numerusform>
            <numerusform>%n Schichten korrigiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n layers stay rounded to nearest</source>
        <translation>
            <numerusform>%1; %n Schicht bleibt zum Nächsten gerundet</numerusform>
            <numerusform>%1; %n Schichten bleiben zum Nächsten gerundet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Calibration images: %2, time: %3. Undo goes back.</source>
        <translation>%1. Kalibrierungsbilder: %2, Zeit: %3. „Rückgängig“ macht dies ungeschehen.</translation>
    </message>
    <message>
        <source>Open Model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx);;All files (*)</source>
        <translation>ONNX-Modelle (*.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load Configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation>Konfigurationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save Configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>Konfigurationen (*.json)</translation>
    </message>
    <message>
        <source>Export QDQ ONNX</source>
        <translation>QDQ-ONNX exportieren</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX-Modelle (*.onnx)</translation>
    </message>
    <message>
        <source>Export Configurations Tried</source>
        <translation>Erprobte Konfigurationen exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;JSON (*.json)</source>
        <translation>Webseite (*.html);;PDF (*.pdf);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Try Picture</source>
        <translation>Bild testen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a model and its images first: they say how a picture is prepared.</source>
        <translation>Zuerst ein Modell und seine Bilder öffnen: sie bestimmen die Vorverarbeitung.</translation>
    </message>
    <message>
        <source>These images will be used with the next model you open.</source>
        <translation>Diese Bilder werden für das nächste geöffnete Modell verwendet.</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>All &amp;Operators in the Graph</source>
        <translation>Alle &amp;Operatoren im Graphen</translation>
    </message>
    <message>
        <source>Show every operator as a node of its own instead of fused layers</source>
        <translation>Jeden Operator als eigenen Knoten anzeigen statt fusionierter Schichten</translation>
    </message>
    <message>
        <source>&amp;Collapse Blocks of the Graph</source>
        <translation>Blöcke im Graphen &amp;zuklappen</translation>
    </message>
    <message>
        <source>Draw nodes whose names share a part before a slash as one; a double click on a block opens it</source>
        <translation>Knoten mit gleichem Namensteil vor einem Schrägstrich als einen zeichnen; ein Doppelklick auf einen Block öffnet ihn</translation>
    </message>
    <message>
        <source>&amp;Expand Blocks of the Graph</source>
        <translation>Blöcke im Graphen au&amp;fklappen</translation>
    </message>
    <message>
        <source>Draw every node of the graph on its own</source>
        <translation>Jeden Knoten des Graphen einzeln zeichnen</translation>
    </message>
    <message>
        <source>&amp;Map of the Graph</source>
        <translation>Übersichts&amp;karte des Graphen</translation>
    </message>
    <message>
        <source>Show the whole graph small in a corner while only a part is seen</source>
        <translation>Ganzen Graphen klein in einer Ecke anzeigen, solange nur ein Teil sichtbar ist</translation>
    </message>
    <message>
        <source>%1 carries no quantizer, so it has no row in the table</source>
        <translation>%1 hat keinen Quantisierer und daher keine Zeile in der Tabelle</translation>
    </message>
    <message>
        <source>Save &amp;Graph…</source>
        <translation>&amp;Graphen speichern …</translation>
    </message>
    <message>
        <source>Write the graph as it is drawn, as SVG or PNG</source>
        <translation>Graphen wie gezeichnet als SVG oder PNG schreiben</translation>
    </message>
    <message>
        <source>Save Graph</source>
        <translation>Graphen speichern</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Ru&amp;les…</source>
        <translation>&amp;Regeln …</translation>
    </message>
    <message>
        <source>Set bits and schemes of all layers of a kind</source>
        <translation>Bits und Schemata aller Schichten einer Art einstellen</translation>
    </message>
    <message>
        <source>Appl&amp;y Rules</source>
        <translation>Regeln an&amp;wenden</translation>
    </message>
    <message>
        <source>Apply all rules that are checked to this model</source>
        <translation>Alle angehakten Regeln auf dieses Modell anwenden</translation>
    </message>
    <message>
        <source>Quantoscope sessions (*%1)</source>
        <translation>Quantoscope-Sitzungen (*%1)</translation>
    </message>
    <message>
        <source>&amp;New Session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>Close the model and begin anew</source>
        <translation>Modell schließen und neu beginnen</translation>
    </message>
    <message>
        <source>Open S&amp;ession…</source>
        <translation>&amp;Sitzung öffnen …</translation>
    </message>
    <message>
        <source>Go on with saved work: model, images, settings, what was tried</source>
        <translation>Gespeicherte Arbeit fortsetzen: Modell, Bilder, Einstellungen, Erprobtes</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>Sitzung spei&amp;chern</translation>
    </message>
    <message>
        <source>Save model, images, settings and what was tried to one file</source>
        <translation>Modell, Bilder, Einstellungen und Erprobtes in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the session to another file</source>
        <translation>Sitzung in einer anderen Datei speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1[*] — Quantoscope</source>
        <translation>%1[*] — Quantoscope</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 enthält ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Quantoscope ended unexpectedly while %1 had changes that were not saved.</source>
        <translation>Quantoscope wurde unerwartet beendet, während %1 ungespeicherte Änderungen enthielt.</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>What is where, in five steps</source>
        <translation>Die Oberfläche in fünf Schritten</translation>
    </message>
    <message>
        <source>Turn a layer&apos;s bits</source>
        <translation>Bits einer Schicht ändern</translation>
    </message>
    <message>
        <source>Every row is a layer. Click on bits and turn the wheel, or press + and −; select several rows to set them together. The same works in the graph by right-click.</source>
        <translation>Jede Zeile ist eine Schicht. Auf Bits klicken und das Mausrad drehen oder + und − drücken; mehrere Zeilen auswählen, um sie gemeinsam einzustellen. Im Graphen geht dasselbe per Rechtsklick.</translation>
    </message>
    <message>
        <source>See what it does at once</source>
        <translation>Wirkung sofort sehen</translation>
    </message>
    <message>
        <source>A first estimate stands here within a tenth of a second; the exact figures over all images follow. Ctrl+Z takes any step back.</source>
        <translation>Eine erste Schätzung steht hier nach einer Zehntelsekunde; die exakten Kennzahlen über alle Bilder folgen. Strg+Z nimmt jeden Schritt zurück.</translation>
    </message>
    <message>
        <source>Look into a layer</source>
        <translation>In eine Schicht hineinsehen</translation>
    </message>
    <message>
        <source>Histograms, ranges per channel, the clipping limits to drag, weights and feature maps of the selected layer (Alt+1 to Alt+6).</source>
        <translation>Histogramme, Bereiche pro Kanal, ziehbare Clipping-Grenzen, Gewichte und Feature-Maps der ausgewählten Schicht (Alt+1 bis Alt+6).</translation>
    </message>
    <message>
        <source>Compare what you tried</source>
        <translation>Erprobtes vergleichen</translation>
    </message>
    <message>
        <source>Every configuration is a point here. Click on one to restore it; the tab Configurations names and compares them.</source>
        <translation>Jede Konfiguration ist hier ein Punkt. Ein Klick kehrt zu ihr zurück; im Tab „Konfigurationen“ lassen sie sich benennen und vergleichen.</translation>
    </message>
    <message>
        <source>Search, correct, export</source>
        <translation>Suchen, korrigieren, exportieren</translation>
    </message>
    <message>
        <source>Quantize has searches for mixed precision and corrected weights for low bits; Export writes the model for ONNX Runtime and OpenVINO. Ctrl+Shift+P finds any command.</source>
        <translation>„Quantisieren“ bietet die Suche nach gemischter Präzision und korrigierte Gewichte für wenige Bits; der Export schreibt das Modell für ONNX Runtime und OpenVINO. Strg+Umschalt+P findet jeden Befehl.</translation>
    </message>
    <message>
        <source>Accuracy against Cost</source>
        <translation>Genauigkeit gegen Kosten</translation>
    </message>
    <message numerus="yes">
        <source>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n runs)</source>
        <translation>
            <numerusform>Ein Bild braucht %1 in FP32 und %2 quantisiert (OpenVINO-Kernel, Median aus %n Lauf)</numerusform>
            <numerusform>Ein Bild braucht %1 in FP32 und %2 quantisiert (OpenVINO-Kernel, Median aus %n Läufen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure T&amp;ime</source>
        <translation>Zeit m&amp;essen</translation>
    </message>
    <message>
        <source>Measure how long one image takes in FP32 and in the exported model, layer by layer</source>
        <translation>Messen, wie lange ein Bild in FP32 und im exportierten Modell braucht, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Equalize C&amp;hannels</source>
        <translation>Kanäle ang&amp;leichen</translation>
    </message>
    <message>
        <source>Correct by &amp;Other Methods</source>
        <translation>Mit anderen &amp;Verfahren korrigieren</translation>
    </message>
    <message>
        <source>&amp;GPTQ</source>
        <translation>&amp;GPTQ</translation>
    </message>
    <message>
        <source>&amp;AdaRound</source>
        <translation>&amp;AdaRound</translation>
    </message>
    <message>
        <source>&amp;Bias Correction</source>
        <translation>&amp;Biaskorrektur</translation>
    </message>
    <message>
        <source>Absor&amp;b High Biases</source>
        <translation>Hohe Biaswer&amp;te absorbieren</translation>
    </message>
    <message>
        <source>Best fo&amp;r Me…</source>
        <translation>Das Beste für &amp;mich …</translation>
    </message>
    <message>
        <source>Try calibration and post-training methods on this model for as long as you allow, and keep what brings it nearer to FP32; bits stay</source>
        <translation>Kalibrierungen und Verfahren nach dem Training an diesem Modell erproben, so lange es dauern darf, und behalten, was es FP32 näher bringt; die Bits bleiben</translation>
    </message>
    <message>
        <source>Best for Me</source>
        <translation>Das Beste für mich</translation>
    </message>
    <message>
        <source>It may take so many seconds:</source>
        <translation>So viele Sekunden darf es dauern:</translation>
    </message>
    <message>
        <source>The configuration was edited while methods were tried on it; it stays as it is.</source>
        <translation>Die Konfiguration wurde bearbeitet, während Verfahren an ihr erprobt wurden; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;Number of Images</source>
        <translation>A&amp;nzahl der Bilder</translation>
    </message>
    <message>
        <source>Measure how ranges and the result change with the number of calibration images</source>
        <translation>Messen, wie sich Bereiche und Ergebnis mit der Zahl der Kalibrierungsbilder ändern</translation>
    </message>
    <message>
        <source>Casca&amp;de…</source>
        <translation>Ka&amp;skade…</translation>
    </message>
    <message>
        <source>Run a cheap configuration, and a better one where the cheap one is unsure: two of those tried (Park et al. 2015, Wang et al. 2018)</source>
        <translation>Eine günstige Konfiguration rechnen und eine bessere, wo die günstige unsicher ist: zwei der versuchten (Park et al. 2015, Wang et al. 2018)</translation>
    </message>
    <message>
        <source>Select two configurations here, then choose Cascade.</source>
        <translation>Hier zwei Konfigurationen markieren, dann „Kaskade“ wählen.</translation>
    </message>
    <message numerus="yes">
        <source>Calibration uses %n images</source>
        <translation>
            <numerusform>Die Kalibrierung nutzt %n Bild</numerusform>
            <numerusform>Die Kalibrierung nutzt %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of each of %n classes</source>
        <translation>
            <numerusform>%1: %2 aus %n Klasse</numerusform>
            <numerusform>%1: je %2 aus %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fixed-Point Multipliers</source>
        <translation>&amp;Festkomma-Multiplikatoren</translation>
    </message>
    <message>
        <source>Take integer sums to the next grid by an int32 multiplier and a shift, as hardware without floating point does, and tell what that changes (Jacob et al. 2018)</source>
        <translation>Ganzzahlige Summen mit einem int32-Multiplikator und einer Verschiebung auf das nächste Raster bringen, wie Hardware ohne Gleitkomma, und zeigen, was das ändert (Jacob et al. 2018)</translation>
    </message>
    <message>
        <source>%1 of %2 predictions change</source>
        <translation>%1 von %2 Vorhersagen ändern sich</translation>
    </message>
    <message>
        <source>top-1 %1 points</source>
        <translation>Top-1 %1 Punkte</translation>
    </message>
    <message>
        <source>output SQNR %1 instead of %2</source>
        <translation>Ausgabe-SQNR %1 statt %2</translation>
    </message>
    <message>
        <source>Fixed-point in place of float multipliers, in layers with %1 of the MACs: %2.</source>
        <translation>Festkomma- statt Gleitkomma-Multiplikatoren, in Schichten mit %1 der MACs: %2.</translation>
    </message>
    <message>
        <source>Sweep &amp;Pruning</source>
        <translation>Beschneidung &amp;durchfahren</translation>
    </message>
    <message numerus="yes">
        <source>%n shares of pruned weights measured; they are in Accuracy against Cost.</source>
        <translation>
            <numerusform>%n Anteil beschnittener Gewichte gemessen; er steht in „Genauigkeit gegen Kosten“.</numerusform>
            <numerusform>%n Anteile beschnittener Gewichte gemessen; sie stehen in „Genauigkeit gegen Kosten“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hardw&amp;are…</source>
        <translation>&amp;Hardware…</translation>
    </message>
    <message>
        <source>Choose the device to quantize for, see what it takes, start with its defaults or add a profile of your own</source>
        <translation>Das Gerät wählen, für das quantisiert wird, sehen, was es annimmt, mit seinen Vorgaben beginnen oder ein eigenes Profil hinzufügen</translation>
    </message>
    <message>
        <source>Bias Correction without &amp;Images</source>
        <translation>Biaskorrektur ohne Bi&amp;lder</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights. Bias Correction measures them on the calibration images.</source>
        <translation>Dieses Modell hat keine Batch-Normalisierung, aus der Mittelwerte folgen: Beim Export ist sie in die Gewichte eingerechnet worden. „Biaskorrektur“ misst sie auf den Kalibrierungsbildern.</translation>
    </message>
    <message numerus="yes">
        <source>%1; the means of what %n layers read are not known (%2)</source>
        <translation>
            <numerusform>%1; die Mittelwerte dessen, was %n Schicht liest, sind nicht bekannt (%2)</numerusform>
            <numerusform>%1; die Mittelwerte dessen, was %n Schichten lesen, sind nicht bekannt (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. No images were needed. Undo goes back.</source>
        <translation>%1. Bilder wurden nicht gebraucht. „Rückgängig“ macht dies ungeschehen.</translation>
    </message>
    <message>
        <source>Smooth Acti&amp;vations…</source>
        <translation>Akt&amp;ivierungen glätten …</translation>
    </message>
    <message>
        <source>Smooth Activations</source>
        <translation>Aktivierungen glätten</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1):</source>
        <translation>Wie viel die Gewichte übernehmen (Alpha, 0 bis 1):</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>batch normalization folded, kept apart</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Batch normalization of %n layers is folded</source>
        <translation>
            <numerusform>Batch-Normalisierung von %n Schicht ist eingerechnet</numerusform>
            <numerusform>Batch-Normalisierung von %n Schichten ist eingerechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that of %n layers is kept apart</source>
        <translation>
            <numerusform>die von %n Schicht ist getrennt belassen</numerusform>
            <numerusform>die von %n Schichten ist getrennt belassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Prune all layers by growing shares at their bits (weights of least magnitude, Han et al. 2015) and measure each; the points appear in Accuracy against Cost. Where weights are corrected, each is corrected, too. Edits go on meanwhile; choosing this again stops it</source>
        <translation>Alle Schichten bei ihren Bits um wachsende Anteile beschneiden (betragsmäßig kleinste Gewichte, Han et al. 2015) und jeden messen; die Punkte erscheinen in „Genauigkeit gegen Kosten“. Sind Gewichte korrigiert, wird auch jeder Anteil korrigiert. Änderungen sind währenddessen möglich; erneutes Wählen beendet es</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodOutcomeModel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Nothing to do: no bias, or one bit a weight</source>
        <translation>Nichts zu tun: kein Bias, oder ein Bit je Gewicht</translation>
    </message>
    <message>
        <source>Split channels stay rounded to nearest</source>
        <translation>Geteilte Kanäle bleiben zum Nächsten gerundet</translation>
    </message>
    <message>
        <source>The means of what it reads are not known</source>
        <translation>Die Mittelwerte ihrer Eingaben sind nicht bekannt</translation>
    </message>
    <message>
        <source>Layers of its kind cannot be corrected</source>
        <translation>Schichten dieser Art lassen sich nicht korrigieren</translation>
    </message>
    <message>
        <source>Squared error of the outputs</source>
        <translation>Quadratischer Fehler der Ausgaben</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>Ranges of the channels, largest over least</source>
        <translation>Bereiche der Kanäle, größter zu kleinstem</translation>
    </message>
    <message>
        <source>SQNR of the weights, rounded to nearest</source>
        <translation>SQNR der Gewichte, zum Nächsten gerundet</translation>
    </message>
    <message>
        <source>Ranges of the activations&apos; channels, largest over least</source>
        <translation>Bereiche der Aktivierungskanäle, größter zu kleinstem</translation>
    </message>
    <message>
        <source>Largest bias moved</source>
        <translation>Größter verschobener Bias</translation>
    </message>
    <message>
        <source>Not kept: FP32 outputs would change too much</source>
        <translation>Nicht behalten: FP32-Ausgaben würden sich zu sehr ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n Kanal</numerusform>
            <numerusform>%n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>Squared error of the outputs&apos; means</source>
        <translation>Quadratischer Fehler der Mittelwerte der Ausgaben</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingerechnet</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodsPanel</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Layers that it works on</source>
        <translation>Schichten, auf die es wirkt</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Selected layers</source>
        <translation>Ausgewählte Schichten</translation>
    </message>
    <message>
        <source>Layers that are not selected stay as they are. Channels are scaled only where selected layers alone write and read them</source>
        <translation>Schichten, die nicht ausgewählt sind, bleiben, wie sie sind. Kanäle werden nur skaliert, wo allein ausgewählte Schichten sie schreiben und lesen</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1)</source>
        <translation>Wie viel die Gewichte übernehmen (Alpha, 0 bis 1)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Methods that ran</source>
        <translation>Ausgeführte Verfahren</translation>
    </message>
    <message>
        <source>What each did, layer by layer</source>
        <translation>Was jedes tat, Schicht für Schicht</translation>
    </message>
    <message>
        <source>What the method did to each layer</source>
        <translation>Was das Verfahren mit jeder Schicht tat</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Öffnen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Select layers with weights, in the table or the graph.</source>
        <translation>Wählen Sie Schichten mit Gewichten aus, in der Tabelle oder im Graphen.</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights.</source>
        <translation>Dieses Modell hat keine Batch-Normalisierung, der Mittelwerte zu entnehmen wären: Ihr Exporteur hat sie in die Gewichte eingerechnet.</translation>
    </message>
    <message>
        <source>Activations are calibrated on images: open some first.</source>
        <translation>Aktivierungen werden auf Bildern kalibriert: Öffnen Sie zuerst welche.</translation>
    </message>
    <message>
        <source>Equalize channels first.</source>
        <translation>Gleichen Sie zuerst die Kanäle an.</translation>
    </message>
    <message>
        <source>This needs images to calibrate on: open some first.</source>
        <translation>Dies braucht Bilder zum Kalibrieren: Öffnen Sie zuerst welche.</translation>
    </message>
    <message numerus="yes">
        <source>Selected layers (%n)</source>
        <translation>
            <numerusform>Ausgewählte Schichten (%n)</numerusform>
            <numerusform>Ausgewählte Schichten (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Round these layers to nearest again</source>
        <translation>Diese Schichten wieder zum Nächsten runden</translation>
    </message>
    <message>
        <source>Leave channels and biases of these layers as they are in the model</source>
        <translation>Kanäle und Bias dieser Schichten lassen, wie sie im Modell sind</translation>
    </message>
    <message>
        <source>No method has run yet. What each did appears here, layer by layer, with the figures before and after.</source>
        <translation>Noch kein Verfahren wurde ausgeführt. Was jedes tat, erscheint hier Schicht für Schicht mit den Werten vorher und nachher.</translation>
    </message>
    <message>
        <source>No layer has weights to correct: all are FP32, or have split channels.</source>
        <translation>Keine Schicht hat Gewichte, die korrigiert werden könnten: alle sind FP32 oder haben geteilte Kanäle.</translation>
    </message>
    <message>
        <source>This model has no batch normalization, or its exporter has folded it into the weights.</source>
        <translation>Dieses Modell hat keine Batch-Normalisierung, oder sein Exporteur hat sie in die Gewichte eingerechnet.</translation>
    </message>
    <message>
        <source>Keep the batch normalization of these layers apart, in float</source>
        <translation>Die Batch-Normalisierung dieser Schichten getrennt belassen, in Gleitkomma</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MiniMap</name>
    <message>
        <source>Map of the graph</source>
        <translation>Übersichtskarte des Graphen</translation>
    </message>
    <message>
        <source>The whole graph; click or drag to go to a part of it</source>
        <translation>Der ganze Graph; klicken oder ziehen, um zu einem Teil zu gelangen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePanel</name>
    <message>
        <source>Own Noise</source>
        <translation>Eigenrauschen</translation>
    </message>
    <message>
        <source>Measure what every layer adds by itself, its inputs in FP32; the rest of its noise it inherits</source>
        <translation>Messen, was jede Schicht selbst hinzufügt (Eingaben in FP32); das übrige Rauschen ist geerbt</translation>
    </message>
    <message>
        <source>The noise of every layer appears here after an evaluation.</source>
        <translation>Hier erscheint nach einer Auswertung das Rauschen jeder Schicht.</translation>
    </message>
    <message numerus="yes">
        <source>On %n images</source>
        <translation>
            <numerusform>An %n Bild</numerusform>
            <numerusform>An %n Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outputs measured on %n images</source>
        <translation>
            <numerusform>Ausgaben an %n Bild gemessen</numerusform>
            <numerusform>Ausgaben an %n Bildern gemessen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePlot</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Its own noise</source>
        <translation>Eigenrauschen</translation>
    </message>
    <message>
        <source>Layer, in graph order</source>
        <translation>Schicht, in Graphreihenfolge</translation>
    </message>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>Noise of every layer</source>
        <translation>Rauschen jeder Schicht</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>Gewichte: %1</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>of its own: %1, inherited: %2</source>
        <translation>eigenes: %1, geerbtes: %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OpenImagesDialog</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>folder, flat or one sub-folder per class</source>
        <translation>Ordner, flach oder ein Unterordner pro Klasse</translation>
    </message>
    <message>
        <source>Labels file</source>
        <translation>Label-Datei</translation>
    </message>
    <message>
        <source>found beside the images when left empty</source>
        <translation>leer: neben den Bildern gesucht</translation>
    </message>
    <message>
        <source>Labels (*.csv *.txt);;All files (*)</source>
        <translation>Labels (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Klassennamen</translation>
    </message>
    <message>
        <source>classes.txt beside the images when left empty</source>
        <translation>leer: classes.txt neben den Bildern</translation>
    </message>
    <message>
        <source>Class names (*.txt);;All files (*)</source>
        <translation>Klassennamen (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Calibration images</source>
        <translation>Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>As the model&apos;s own file says (MODEL.preprocess.json), else torchvision</source>
        <translation>Laut Datei des Modells (MODEL.preprocess.json), sonst torchvision</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>&amp;Validation images</source>
        <translation>&amp;Validierungsbilder</translation>
    </message>
    <message>
        <source>&amp;Labels file</source>
        <translation>&amp;Label-Datei</translation>
    </message>
    <message>
        <source>&amp;Class names</source>
        <translation>&amp;Klassennamen</translation>
    </message>
    <message>
        <source>Use &amp;at most</source>
        <translation>&amp;Höchstens verwenden</translation>
    </message>
    <message>
        <source>Cali&amp;bration images</source>
        <translation>Kalibrierungs&amp;bilder</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <translation>Höchstens ver&amp;wenden</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>Calibration runs these through FP32 to find the range of every activation; keep them apart from the validation images.</source>
        <translation>Die Kalibrierung führt diese Bilder in FP32 aus, um den Bereich jeder Aktivierung zu bestimmen; getrennt von den Validierungsbildern halten.</translation>
    </message>
    <message>
        <source>some validation images when left empty</source>
        <translation>einige Validierungsbilder, wenn leer</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>die ersten</translation>
    </message>
    <message>
        <source>In the order of their names</source>
        <translation>In der Reihenfolge ihrer Namen</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>zufällig gezogen</translation>
    </message>
    <message>
        <source>The same seed draws the same images again</source>
        <translation>Derselbe Startwert zieht wieder dieselben Bilder</translation>
    </message>
    <message>
        <source>the same number of every class</source>
        <translation>gleich viele jeder Klasse</translation>
    </message>
    <message>
        <source>Drawn at random within each class; needs the label of every image</source>
        <translation>Innerhalb jeder Klasse zufällig gezogen; braucht die Klasse jedes Bildes</translation>
    </message>
    <message>
        <source>Which calibration images</source>
        <translation>Welche Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>Which images of the folder calibration uses</source>
        <translation>Welche Bilder des Ordners die Kalibrierung nutzt</translation>
    </message>
    <message>
        <source>Another seed draws other images</source>
        <translation>Ein anderer Startwert zieht andere Bilder</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OutputRangeView</name>
    <message>
        <source>Lower clipping limit</source>
        <translation>Untere Clipping-Grenze</translation>
    </message>
    <message>
        <source>Upper clipping limit</source>
        <translation>Obere Clipping-Grenze</translation>
    </message>
    <message>
        <source>%1 clipped, about %2</source>
        <translation>%1 abgeschnitten, etwa %2</translation>
    </message>
    <message>
        <source>Share of the calibration values outside the limits, and the SQNR of quantizing these values alone, from their histogram.</source>
        <translation>Anteil der Kalibrierungswerte außerhalb der Grenzen und SQNR der Quantisierung allein dieser Werte, aus ihrem Histogramm.</translation>
    </message>
    <message>
        <source>How calibration finds the limits</source>
        <translation>Wie die Kalibrierung die Grenzen bestimmt</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1 auswählen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PictureView</name>
    <message>
        <source>Selected image</source>
        <translation>Ausgewähltes Bild</translation>
    </message>
    <message>
        <source>the image cannot be read</source>
        <translation>das Bild kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>No image selected</source>
        <translation>Kein Bild ausgewählt</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PredictionBars</name>
    <message>
        <source>Probability of the five best classes. A tick marks the label.</source>
        <translation>Wahrscheinlichkeit der fünf besten Klassen. Ein Haken kennzeichnet das Label.</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>noch kein Ergebnis</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PreprocessEditor</name>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>Width of the model&apos;s input</source>
        <translation>Breite der Modelleingabe</translation>
    </message>
    <message>
        <source>Height of the model&apos;s input</source>
        <translation>Höhe der Modelleingabe</translation>
    </message>
    <message>
        <source>The shorter side before the centre is cropped</source>
        <translation>Kürzere Seite vor dem mittigen Zuschneiden</translation>
    </message>
    <message>
        <source>Grey value of the border</source>
        <translation>Grauwert des Rands</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassung</translation>
    </message>
    <message>
        <source>short side</source>
        <translation>kurze Seite</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>Subtracted from the 0..255 values, in the order of the channels</source>
        <translation>Wird von den Werten 0..255 subtrahiert, in der Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>The values are divided by it after the mean is subtracted</source>
        <translation>Durch sie werden die Werte nach Abzug des Mittelwerts dividiert</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Read the fields from a JSON file</source>
        <translation>Felder aus einer JSON-Datei lesen</translation>
    </message>
    <message>
        <source>Write the fields to a JSON file</source>
        <translation>Felder in eine JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>strecken</translation>
    </message>
    <message>
        <source>short side, then centre crop</source>
        <translation>kurze Seite, dann mittig zuschneiden</translation>
    </message>
    <message>
        <source>short side rounded, then centre crop</source>
        <translation>kurze Seite gerundet, dann mittig zuschneiden</translation>
    </message>
    <message>
        <source>letterbox, centred</source>
        <translation>Letterbox, zentriert</translation>
    </message>
    <message>
        <source>letterbox, top left</source>
        <translation>Letterbox, oben links</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>bilinear</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>BGR</source>
        <translation>BGR</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Load Preprocessing</source>
        <translation>Vorverarbeitung laden</translation>
    </message>
    <message>
        <source>Preprocessing (*.json);;All files (*)</source>
        <translation>Vorverarbeitung (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save Preprocessing</source>
        <translation>Vorverarbeitung speichern</translation>
    </message>
    <message>
        <source>Preprocessing (*.json)</source>
        <translation>Vorverarbeitung (*.json)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ProgressArea</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Laufenden Vorgang abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>Laufenden Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RangeCoursePlot</name>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Range of the layer&apos;s output against the number of calibration images</source>
        <translation>Bereich der Ausgabe der Schicht über der Zahl der Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>%1: %2 … %3</source>
        <translation>%1: %2 … %3</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ResultCoursePlot</name>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Same class as FP32</source>
        <translation>Gleiche Klasse wie FP32</translation>
    </message>
    <message>
        <source>SQNR of the outputs</source>
        <translation>SQNR der Ausgaben</translation>
    </message>
    <message>
        <source>Images, %</source>
        <translation>Bilder, %</translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation>SQNR, dB</translation>
    </message>
    <message>
        <source>Result against the number of calibration images</source>
        <translation>Ergebnis über der Zahl der Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1: %1</translation>
    </message>
    <message>
        <source>Same class as FP32: %1</source>
        <translation>Gleiche Klasse wie FP32: %1</translation>
    </message>
    <message>
        <source>SQNR of the outputs: %1</source>
        <translation>SQNR der Ausgaben: %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleForm</name>
    <message>
        <source>Operator of the rule</source>
        <translation>Operator der Regel</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>beliebiger Name</translation>
    </message>
    <message>
        <source>Only layers whose name contains this, in any case</source>
        <translation>Nur Schichten, deren Name dies enthält, Groß-/Kleinschreibung egal</translation>
    </message>
    <message>
        <source>Part of the layer&apos;s name</source>
        <translation>Teil des Schichtnamens</translation>
    </message>
    <message>
        <source>Layers:</source>
        <translation>Schichten:</translation>
    </message>
    <message>
        <source>Weights:</source>
        <translation>Gewichte:</translation>
    </message>
    <message>
        <source>Weight bits the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtsbits</translation>
    </message>
    <message>
        <source>Weight symmetry the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtssymmetrie</translation>
    </message>
    <message>
        <source>Weight granularity the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtsgranularität</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>Ausgabe:</translation>
    </message>
    <message>
        <source>Activation bits the rule sets</source>
        <translation>Von der Regel gesetzte Aktivierungsbits</translation>
    </message>
    <message>
        <source>Activation symmetry the rule sets</source>
        <translation>Von der Regel gesetzte Aktivierungssymmetrie</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Weight scales the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtsskalierungen</translation>
    </message>
    <message>
        <source>Activation ranges the rule sets</source>
        <translation>Von der Regel gesetzte Aktivierungsbereiche</translation>
    </message>
    <message>
        <source>Weight pruning the rule sets</source>
        <translation>Beschneidung der Gewichte, die die Regel setzt</translation>
    </message>
    <message>
        <source>Channel splitting the rule sets</source>
        <translation>Teilung von Kanälen, die die Regel setzt</translation>
    </message>
    <message>
        <source>Weight axis the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtsachse</translation>
    </message>
    <message>
        <source>Weight ranges the rule sets</source>
        <translation>Von der Regel gesetzte Gewichtsbereiche</translation>
    </message>
    <message>
        <source>Activation calibration the rule sets</source>
        <translation>Von der Regel gesetzte Aktivierungskalibrierung</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleListModel</name>
    <message>
        <source>Enable a rule</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>Disable a rule</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Move a rule</source>
        <translation>Regel verschieben</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RulesPanel</name>
    <message>
        <source>Apply to models opened for the first time</source>
        <translation>Auf erstmals geöffnete Modelle anwenden</translation>
    </message>
    <message>
        <source>A model that was open before keeps the configuration it had</source>
        <translation>Ein bereits früher geöffnetes Modell behält seine Konfiguration</translation>
    </message>
    <message>
        <source>Rules in the order in which they are applied</source>
        <translation>Regeln in der Reihenfolge ihrer Anwendung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a rule to the end of the list</source>
        <translation>Regel am Ende der Liste hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>Ausgewählte Regel entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Apply the selected rule earlier</source>
        <translation>Ausgewählte Regel früher anwenden</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Apply the selected rule later: later rules win over earlier ones</source>
        <translation>Ausgewählte Regel später anwenden: spätere Regeln haben Vorrang</translation>
    </message>
    <message>
        <source>Apply to Model</source>
        <translation>Auf Modell anwenden</translation>
    </message>
    <message>
        <source>Apply all rules that are checked, in order, as one step</source>
        <translation>Alle angehakten Regeln der Reihe nach in einem Schritt anwenden</translation>
    </message>
    <message>
        <source>A rule sets bits and schemes of all layers of a kind, in this model and in others. Rules are applied from top to bottom.</source>
        <translation>Eine Regel setzt Bits und Schemata aller Schichten einer Art, in diesem und in anderen Modellen. Regeln werden von oben nach unten angewendet.</translation>
    </message>
    <message>
        <source>Select a rule to change it.</source>
        <translation>Regel auswählen, um sie zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>The selected rule sets %n layers of this model.</source>
        <translation>
            <numerusform>Die ausgewählte Regel setzt %n Schicht dieses Modells.</numerusform>
            <numerusform>Die ausgewählte Regel setzt %n Schichten dieses Modells.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply rules</source>
        <translation>Regeln anwenden</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchChoices</name>
    <message>
        <source>Bits of a weight, averaged over all weights of the model: at most so many</source>
        <translation>Höchstzahl der Bits pro Gewicht, gemittelt über alle Gewichte des Modells</translation>
    </message>
    <message>
        <source>Bytes of the whole model, with scales and biases: at most so many</source>
        <translation>Höchstzahl der Bytes des ganzen Modells, mit Skalierungen und Biaswerten</translation>
    </message>
    <message>
        <source>Points of top-1 accuracy lost against FP32: at most so many, in the smallest model</source>
        <translation>Höchster Verlust an Top-1-Genauigkeit gegenüber FP32 in Punkten, beim kleinsten Modell</translation>
    </message>
    <message>
        <source>Bit operations of one image (MACs times weight bits times activation bits): at most so many</source>
        <translation>Höchstzahl der Bitoperationen für ein Bild (MACs mal Gewichtsbits mal Aktivierungsbits)</translation>
    </message>
    <message>
        <source>Average weight bits</source>
        <translation>Gewichtsbits im Mittel</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>Modellgröße</translation>
    </message>
    <message>
        <source>Accuracy drop</source>
        <translation>Genauigkeitsverlust</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> Bit</translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkte</translation>
    </message>
    <message>
        <source>Kind of budget</source>
        <translation>Art des Budgets</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get, 1 to 8 and 16, as in “2, 4, 8”</source>
        <translation>Für Schichten erlaubte Bitbreiten, 1 bis 8 und 16, z. B. „2, 4, 8“</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get</source>
        <translation>Für Schichten erlaubte Bitbreiten</translation>
    </message>
    <message>
        <source>of</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>Hardware profile: only bit-widths that this target runs</source>
        <translation>Hardwareprofil: nur Bitbreiten, die dieses Ziel ausführt</translation>
    </message>
    <message>
        <source>Hardware profile</source>
        <translation>Hardwareprofil</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>At most so many configurations are truly run; the others are only predicted</source>
        <translation>Höchstzahl der tatsächlich ausgeführten Konfigurationen; die übrigen werden nur vorhergesagt</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of the images that the search never sees: they only check its outcome, which cannot have been fitted to them</source>
        <translation>Anteil der Bilder, die die Suche nie sieht: sie prüfen nur ihr Ergebnis, das daher nicht an sie angepasst sein kann</translation>
    </message>
    <message>
        <source>Share of the images held out</source>
        <translation>Anteil der Holdout-Bilder</translation>
    </message>
    <message>
        <source>evaluations,</source>
        <translation>Auswertungen,</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>Holdout</translation>
    </message>
    <message>
        <source> %1B</source>
        <translation> %1B</translation>
    </message>
    <message>
        <source> %1 BOPs</source>
        <translation> %1 BOPs</translation>
    </message>
    <message>
        <source>Bits are 1 to 8 and 16, as in “2, 4, 8”</source>
        <translation>Erlaubte Bits: 1 bis 8 und 16, z. B. „2, 4, 8“</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>Gewichte korrigieren</translation>
    </message>
    <message>
        <source>Fit the weights of every configuration tried to the calibration images. A third of these judges, the validation images only check the outcome. Each takes as long as Correct Weights does.</source>
        <translation>Die Gewichte jeder versuchten Konfiguration an die Kalibrierbilder anpassen. Ein Drittel davon urteilt, die Validierungsbilder prüfen nur das Ergebnis. Jede dauert so lange wie Gewichte korrigieren.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchCurves</name>
    <message>
        <source>Click to make it the current configuration</source>
        <translation>Klicken, um sie zur aktuellen Konfiguration zu machen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchOverlay</name>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Einheitlich</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>Gewichts-SQNR</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchPanel</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Forget what was tried and search anew</source>
        <translation>Erprobtes verwerfen und neu suchen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>Ausgewählte Konfiguration zur aktuellen machen; „Rückgängig“ holt die vorherige zurück</translation>
    </message>
    <message>
        <source>Configurations the search tried</source>
        <translation>Von der Suche erprobte Konfigurationen</translation>
    </message>
    <message>
        <source>Take %1 weight bits on average</source>
        <translation>%1 Gewichtsbits im Mittel übernehmen</translation>
    </message>
    <message>
        <source>A search for mixed precision appears here once a model and images are open.</source>
        <translation>Hier erscheint die Suche nach gemischter Präzision, sobald Modell und Bilder geöffnet sind.</translation>
    </message>
    <message>
        <source>Measuring how sensitive each layer is. The first configurations follow.</source>
        <translation>Die Empfindlichkeit jeder Schicht wird gemessen. Die ersten Konfigurationen folgen.</translation>
    </message>
    <message>
        <source>Which layers need many bits, which get by with few? Start looks for the best bits of every layer within the budget. Edits go on meanwhile.

Layers pinned in the table or the graph (right click) keep their bits.</source>
        <translation>Welche Schichten brauchen viele Bits, welche kommen mit wenigen aus? „Starten“ sucht die besten Bits jeder Schicht innerhalb des Budgets. Währenddessen kann weiter bearbeitet werden.

In der Tabelle oder im Graphen fixierte Schichten (Rechtsklick) behalten ihre Bits.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>A pass is the work of one FP32 pass over the search&apos;s images.</source>
        <translation>Ein Durchgang ist der Aufwand eines FP32-Durchgangs über die Bilder der Suche.</translation>
    </message>
    <message>
        <source>Stop; what was tried stays</source>
        <translation>Anhalten; Erprobtes bleibt erhalten</translation>
    </message>
    <message>
        <source>Take the search up where it stopped</source>
        <translation>Suche an der angehaltenen Stelle fortsetzen</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within the budget</source>
        <translation>Beste Bits jeder Schicht innerhalb des Budgets suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n fixiert</numerusform>
            <numerusform>%n fixiert</numerusform>
        </translation>
    </message>
    <message>
        <source>These layers keep the bits they have when a search starts:</source>
        <translation>Diese Schichten behalten die Bits, die sie beim Start einer Suche haben:</translation>
    </message>
    <message>
        <source>Weights are fitted to calibration images: open some first</source>
        <translation>Gewichte werden an Kalibrierbilder angepasst: zuerst welche öffnen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityModel</name>
    <message>
        <source>1 is the most sensitive layer at the lowest bits so far.</source>
        <translation>1 ist die empfindlichste Schicht bei den bisher niedrigsten Bits.</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 Nat</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Logit SQNR: %1</source>
        <translation>Logit-SQNR: %1</translation>
    </message>
    <message>
        <source>KL divergence: %1 nats</source>
        <translation>KL-Divergenz: %1 Nat</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 gegenüber FP32: %1 Punkte</translation>
    </message>
    <message>
        <source>Measured on %1 of %2 images</source>
        <translation>An %1 von %2 Bildern gemessen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityPanel</name>
    <message>
        <source>What is quantized</source>
        <translation>Was quantisiert wird</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>What of a layer is quantized: its weights, its output (activations), or both</source>
        <translation>Was von einer Schicht quantisiert wird: Gewichte, Ausgabe (Aktivierungen) oder beides</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Leave one out</source>
        <translation>Leave-one-out</translation>
    </message>
    <message>
        <source>Alone: only this layer is quantized, the rest stays in FP32.
Leave one out: everything is quantized but this layer.</source>
        <translation>Einzeln: nur diese Schicht wird quantisiert, der Rest bleibt in FP32.
Leave-one-out: alles außer dieser Schicht wird quantisiert.</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>Bit-widths to try, 1 to 8 and 16, as in “8, 4, 2”</source>
        <translation>Zu erprobende Bitbreiten, 1 bis 8 und 16, z. B. „8, 4, 2“</translation>
    </message>
    <message>
        <source>Bit-widths to try</source>
        <translation>Zu erprobende Bitbreiten</translation>
    </message>
    <message>
        <source>bits, on</source>
        <translation>Bit, an</translation>
    </message>
    <message>
        <source>At most so many validation images</source>
        <translation>Höchstzahl der Validierungsbilder</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bildern</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>Racing</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Racing: layers whose place is clear get few images, the others more.
Exact: every layer gets all images.</source>
        <translation>Racing: Schichten mit klarem Rang erhalten wenige Bilder, die übrigen mehr.
Exakt: jede Schicht erhält alle Bilder.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Forget what was measured and sweep anew</source>
        <translation>Gemessenes verwerfen und Durchlauf neu beginnen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Logit SQNR (dB)</source>
        <translation>Logit-SQNR (dB)</translation>
    </message>
    <message>
        <source>KL divergence (nats)</source>
        <translation>KL-Divergenz (Nat)</translation>
    </message>
    <message>
        <source>Top-1 (points)</source>
        <translation>Top-1 (Punkte)</translation>
    </message>
    <message>
        <source>What the cells show, against FP32</source>
        <translation>Was die Zellen zeigen, gegenüber FP32</translation>
    </message>
    <message>
        <source>Stop; what was measured stays</source>
        <translation>Anhalten; Gemessenes bleibt erhalten</translation>
    </message>
    <message>
        <source>Measure what quantizing each layer does to the outputs</source>
        <translation>Messen, wie sich die Quantisierung jeder Schicht auf die Ausgaben auswirkt</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Bits are 1 to 8 and 16; outputs need at least 2</source>
        <translation>Erlaubte Bits: 1 bis 8 und 16; Ausgaben mindestens 2</translation>
    </message>
    <message>
        <source>How sensitive is each layer? Start quantizes one after the other and shows what that does to the outputs. Edits go on meanwhile.</source>
        <translation>Wie empfindlich ist jede Schicht? „Starten“ quantisiert eine nach der anderen und zeigt die Wirkung auf die Ausgaben. Währenddessen kann weiter bearbeitet werden.</translation>
    </message>
    <message>
        <source>The sensitivity of the layers appears here once a model and images are open.</source>
        <translation>Hier erscheint die Empfindlichkeit der Schichten, sobald Modell und Bilder geöffnet sind.</translation>
    </message>
    <message>
        <source>%1 of %2 measured, %L3 passes, %4</source>
        <translation>%1 von %2 gemessen, %L3 Durchgänge, %4</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>Layers and bits measured on some images at least; a pass is the work of one FP32 pass over the sweep&apos;s images.</source>
        <translation>Schichten und Bits, die mindestens an einigen Bildern gemessen sind; ein Durchgang ist der Aufwand eines FP32-Durchgangs über die Bilder des Durchlaufs.</translation>
    </message>
    <message>
        <source>Sensitivity of the layers</source>
        <translation>Empfindlichkeit der Schichten</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPanel</name>
    <message>
        <source>Every configuration tried becomes a point here: accuracy against model size. A click goes back to it.</source>
        <translation>Jede erprobte Konfiguration wird hier ein Punkt: Genauigkeit über Modellgröße. Ein Klick kehrt zu ihr zurück.</translation>
    </message>
    <message>
        <source>Top-1 (%)</source>
        <translation>Top-1 (%)</translation>
    </message>
    <message>
        <source>Output SQNR (dB)</source>
        <translation>Ausgabe-SQNR (dB)</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1: %1</translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>Ausgabe-SQNR: %1</translation>
    </message>
    <message>
        <source>Click to go back to this configuration</source>
        <translation>Klicken, um zu dieser Konfiguration zurückzukehren</translation>
    </message>
    <message>
        <source>FP32: %1, %2</source>
        <translation>FP32: %1, %2</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>Zu %1 zurückkehren</translation>
    </message>
    <message>
        <source>BOPs: %1</source>
        <translation>BOPs: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>What the accuracy is drawn against</source>
        <translation>Wogegen die Genauigkeit aufgetragen wird</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure how long the configurations tried take that have no time yet</source>
        <translation>Messen, wie lange die erprobten Konfigurationen brauchen, die noch keine Zeit haben</translation>
    </message>
    <message>
        <source>Against:</source>
        <translation>Gegen:</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPlot</name>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Accuracy against cost of the configurations tried</source>
        <translation>Genauigkeit gegen Kosten der erprobten Konfigurationen</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TriedPanel</name>
    <message>
        <source>Compare Configurations</source>
        <translation>Konfigurationen vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ.</source>
        <translation>
            <numerusform>%n Einstellung unterscheidet sich.</numerusform>
            <numerusform>%n Einstellungen unterscheiden sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>Ausgewählte Konfiguration zur aktuellen machen; „Rückgängig“ holt die vorherige zurück</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show in what two selected configurations differ, or the selected one from the current one</source>
        <translation>Zeigen, worin sich zwei ausgewählte Konfigurationen unterscheiden oder die ausgewählte von der aktuellen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the selected configurations off the list (Delete)</source>
        <translation>Ausgewählte Konfigurationen aus der Liste entfernen (Entf)</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Save the list with its figures as a table</source>
        <translation>Liste mit Kennzahlen als Tabelle speichern</translation>
    </message>
    <message>
        <source>Configurations tried</source>
        <translation>Erprobte Konfigurationen</translation>
    </message>
    <message>
        <source>Every configuration tried is listed here, with its figures. Give it a name or a note, go back to it, or compare two.</source>
        <translation>Hier ist jede erprobte Konfiguration mit ihren Kennzahlen aufgeführt. Sie lässt sich benennen, mit einer Notiz versehen, zurückholen oder mit einer anderen vergleichen.</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>Zu %1 zurückkehren</translation>
    </message>
    <message>
        <source>Cascade…</source>
        <translation>Kaskade…</translation>
    </message>
    <message>
        <source>Run the cheaper of two configurations on every image, and the other where it is unsure</source>
        <translation>Die günstigere von zwei Konfigurationen auf jedes Bild anwenden und die andere, wo sie unsicher ist</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WeightCorrection</name>
    <message>
        <source>Round to nearest</source>
        <translation>Zum Nächsten runden</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>Gewichte korrigieren</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WeightHistogramPlot</name>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized levels</source>
        <translation>Quantisierungsstufen</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>Gewichtswert</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>Gewichte pro Bin</translation>
    </message>
    <message>
        <source>Weights per level</source>
        <translation>Gewichte pro Stufe</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>Histogramm der Gewichte</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WeightMapView</name>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Which weights to show</source>
        <translation>Angezeigte Gewichte</translation>
    </message>
    <message>
        <source>all filters</source>
        <translation>alle Filter</translation>
    </message>
    <message>
        <source>filter </source>
        <translation>Filter </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>A filter makes one output channel; its kernels are shown side by side</source>
        <translation>Ein Filter erzeugt einen Ausgabekanal; seine Kernel werden nebeneinander angezeigt</translation>
    </message>
    <message>
        <source>Weight of the filter</source>
        <translation>Gewicht des Filters</translation>
    </message>
    <message>
        <source>One kernel for each input channel</source>
        <translation>Ein Kernel pro Eingabekanal</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WelcomePage</name>
    <message>
        <source>Quantoscope</source>
        <translation>Quantoscope</translation>
    </message>
    <message>
        <source>See what every bit does: quantize a trained model layer by layer and watch accuracy, size and images.</source>
        <translation>Die Wirkung jedes Bits sehen: ein trainiertes Modell Schicht für Schicht quantisieren und Genauigkeit, Größe und Bilder beobachten.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Or drop a model, a session or a folder of images on this window.</source>
        <translation>Oder ein Modell, eine Sitzung oder einen Ordner mit Bildern auf diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>What you open appears here.</source>
        <translation>Geöffnetes erscheint hier.</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WholeModelDialog</name>
    <message>
        <source>Set All Layers</source>
        <translation>Alle Schichten einstellen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weight symmetry</source>
        <translation>Gewichtssymmetrie</translation>
    </message>
    <message>
        <source>Weight granularity</source>
        <translation>Gewichtsgranularität</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Activation symmetry</source>
        <translation>Aktivierungssymmetrie</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>Gewichtsskalierungen</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>Aktivierungsbereiche</translation>
    </message>
    <message>
        <source>Weight pruning</source>
        <translation>Gewichtsbeschneidung</translation>
    </message>
    <message>
        <source>Channel splitting</source>
        <translation>Kanalteilung</translation>
    </message>
    <message>
        <source>Weight axis</source>
        <translation>Gewichtsachse</translation>
    </message>
    <message>
        <source>Weight ranges</source>
        <translation>Gewichtsbereiche</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Workbench</name>
    <message>
        <source>Set all layers to %1</source>
        <translation>Alle Schichten auf %1 setzen</translation>
    </message>
    <message>
        <source>Calibrate by %1</source>
        <translation>Mit %1 kalibrieren</translation>
    </message>
    <message>
        <source> (in %1)</source>
        <translation> (in %1)</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>Configuration saved as %1</source>
        <translation>Konfiguration gespeichert als %1</translation>
    </message>
    <message>
        <source>QDQ model exported as %1</source>
        <translation>QDQ-Modell exportiert als %1</translation>
    </message>
    <message>
        <source>Configurations tried saved as %1</source>
        <translation>Erprobte Konfigurationen gespeichert als %1</translation>
    </message>
    <message>
        <source>there is nothing to report yet; wait for the evaluation to finish</source>
        <translation>es gibt noch nichts zu berichten; Ende der Auswertung abwarten</translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation>Bericht gespeichert als %1</translation>
    </message>
    <message>
        <source>Graph saved as %1</source>
        <translation>Graph gespeichert als %1</translation>
    </message>
    <message>
        <source>Use the defaults of %1</source>
        <translation>Vorgaben von %1 verwenden</translation>
    </message>
    <message>
        <source>Choose calibration images</source>
        <translation>Kalibrierungsbilder wählen</translation>
    </message>
</context>
</TS>
