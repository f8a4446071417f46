<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>quantoscope::gui</name>
    <message numerus="yes">
        <source>Held out: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>Held out: %1, FP32 %2 (%n image)</numerusform>
            <numerusform>Held out: %1, FP32 %2 (%n images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>Held out: %1 agreement with FP32 (%n image)</numerusform>
            <numerusform>Held out: %1 agreement with FP32 (%n images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n images)</source>
        <translation>
            <numerusform>Top-1: %1 (%n image)</numerusform>
            <numerusform>Top-1: %1 (%n images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n images held out</source>
        <translation>
            <numerusform>Checking the best on %n image held out</numerusform>
            <numerusform>Checking the best on %n images held out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n images, %2 passes, %3</source>
        <translation>
            <numerusform>%1 on %n image, %2 passes, %3</numerusform>
            <numerusform>%1 on %n images, %2 passes, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of the &amp;Selection (%n layers)</source>
        <translation>
            <numerusform>Bits of the &amp;Selection (%n layer)</numerusform>
            <numerusform>Bits of the &amp;Selection (%n layers)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of &amp;All %1 (%n layers)</source>
        <translation>
            <numerusform>Bits of &amp;All %1 (%n layer)</numerusform>
            <numerusform>Bits of &amp;All %1 (%n layers)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of Everything &amp;Downstream (%n layers)</source>
        <translation>
            <numerusform>Bits of Everything &amp;Downstream (%n layer)</numerusform>
            <numerusform>Bits of Everything &amp;Downstream (%n layers)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>Validation: %1, FP32 %2 (%n image)</numerusform>
            <numerusform>Validation: %1, FP32 %2 (%n images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>Validation: %1 agreement with FP32 (%n image)</numerusform>
            <numerusform>Validation: %1 agreement with FP32 (%n images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n calibration images)</source>
        <translation>
            <numerusform>Top-1: %1 (%n calibration image)</numerusform>
            <numerusform>Top-1: %1 (%n calibration images)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n validation images</source>
        <translation>
            <numerusform>Checking the best on %n validation image</numerusform>
            <numerusform>Checking the best on %n validation images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a range set by hand</source>
        <translation>
            <numerusform>%n with a range set by hand</numerusform>
            <numerusform>%n with a range set by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind ReLU6 or another clipping activation function</source>
        <translation>
            <numerusform>%n behind ReLU6 or another clipping activation function</numerusform>
            <numerusform>%n behind ReLU6 or another clipping activation function</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind an activation function that does not scale with its input</source>
        <translation>
            <numerusform>%n behind an activation function that does not scale with its input</numerusform>
            <numerusform>%n behind an activation function that does not scale with its input</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with shared weights</source>
        <translation>
            <numerusform>%n with shared weights</numerusform>
            <numerusform>%n with shared weights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read or made by other operators, too</source>
        <translation>
            <numerusform>%n read or made by other operators, too</numerusform>
            <numerusform>%n read or made by other operators, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Channels of %n groups of layers equalized.</source>
        <translation>
            <numerusform>Channels of %n group of layers equalized.</numerusform>
            <numerusform>Channels of %n groups of layers equalized.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a ReLU alone between them</source>
        <translation>
            <numerusform>%n without a ReLU alone between them</numerusform>
            <numerusform>%n without a ReLU alone between them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before a layer that pads with zeros</source>
        <translation>
            <numerusform>%n before a layer that pads with zeros</numerusform>
            <numerusform>%n before a layer that pads with zeros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without biases</source>
        <translation>
            <numerusform>%n without biases</numerusform>
            <numerusform>%n without biases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without channels that are nearly always above zero</source>
        <translation>
            <numerusform>%n without channels that are nearly always above zero</numerusform>
            <numerusform>%n without channels that are nearly always above zero</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</source>
        <translation>
            <numerusform>Biases of %n channel absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</numerusform>
            <numerusform>Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No method made the configuration better, judged by %n calibration images.</source>
        <translation>
            <numerusform>No method made the configuration better, judged by %n calibration image.</numerusform>
            <numerusform>No method made the configuration better, judged by %n calibration images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 → %3, judged by %n calibration images that nothing was fitted to.</source>
        <translation>
            <numerusform>%1 %2 → %3, judged by %n calibration image that nothing was fitted to.</numerusform>
            <numerusform>%1 %2 → %3, judged by %n calibration images that nothing was fitted to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n groups of layers smoothed.</source>
        <translation>
            <numerusform>Activations of %n group of layers smoothed.</numerusform>
            <numerusform>Activations of %n groups of layers smoothed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n images</source>
        <translation>
            <numerusform>%1, %n image</numerusform>
            <numerusform>%1, %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>corrected weights of %n layers</source>
        <translation>
            <numerusform>corrected weights of %n layer</numerusform>
            <numerusform>corrected weights of %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>equalized channels of %n layers</source>
        <translation>
            <numerusform>equalized channels of %n layer</numerusform>
            <numerusform>equalized channels of %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pruned channels of %n layers</source>
        <translation>
            <numerusform>pruned channels of %n layer</numerusform>
            <numerusform>pruned channels of %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with batch normalization kept apart</source>
        <translation>
            <numerusform>%n with batch normalization kept apart</numerusform>
            <numerusform>%n with batch normalization kept apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BatchNormFolding</name>
    <message numerus="yes">
        <source>Keep batch normalization of %n layers apart</source>
        <translation>
            <numerusform>Keep batch normalization of %n layer apart</numerusform>
            <numerusform>Keep batch normalization of %n layers apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold batch normalization of %n layers</source>
        <translation>
            <numerusform>Fold batch normalization of %n layer</numerusform>
            <numerusform>Fold batch normalization of %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BulkEditor</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationDocument</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationHistory</name>
    <message numerus="yes">
        <source>Remove %n configurations</source>
        <translation>
            <numerusform>Remove %n configuration</numerusform>
            <numerusform>Remove %n configurations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionModel</name>
    <message numerus="yes">
        <source>%n images: FP32 says %1, quantized %2</source>
        <translation>
            <numerusform>%n image: FP32 says %1, quantized %2</numerusform>
            <numerusform>%n images: FP32 says %1, quantized %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionView</name>
    <message numerus="yes">
        <source>%n more classes have changed answers.</source>
        <translation>
            <numerusform>%n more class has changed answers.</numerusform>
            <numerusform>%n more classes have changed answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CoursePlot</name>
    <message numerus="yes">
        <source>%n calibration images</source>
        <translation>
            <numerusform>%n calibration image</numerusform>
            <numerusform>%n calibration images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphFinder</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphPanel</name>
    <message numerus="yes">
        <source>Laying out %n layers…</source>
        <translation>
            <numerusform>Laying out %n layer…</numerusform>
            <numerusform>Laying out %n layers…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerPanel</name>
    <message numerus="yes">
        <source>Paste settings to %n layers</source>
        <translation>
            <numerusform>Paste settings to %n layer</numerusform>
            <numerusform>Paste settings to %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n does not fit</numerusform>
            <numerusform>%n do not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerTableModel</name>
    <message numerus="yes">
        <source>Set %1 of %n layers to %2</source>
        <translation>
            <numerusform>Set %1 of %n layer to %2</numerusform>
            <numerusform>Set %1 of %n layers to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input channels added.</source>
        <translation>
            <numerusform>%n input channel added.</numerusform>
            <numerusform>%n input channels added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n layers corrected</source>
        <translation>
            <numerusform>%n layer corrected</numerusform>
            <numerusform>%n layers corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n layers stay rounded to nearest</source>
        <translation>
            <numerusform>%1; %n layer stays rounded to nearest</numerusform>
            <numerusform>%1; %n layers stay rounded to nearest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n runs)</source>
        <translation>
            <numerusform>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n run)</numerusform>
            <numerusform>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n runs)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shares of pruned weights measured; they are in Accuracy against Cost.</source>
        <translation>
            <numerusform>%n share of pruned weights measured; it is in Accuracy against Cost.</numerusform>
            <numerusform>%n shares of pruned weights measured; they are in Accuracy against Cost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calibration uses %n images</source>
        <translation>
            <numerusform>Calibration uses %n image</numerusform>
            <numerusform>Calibration uses %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of each of %n classes</source>
        <translation>
            <numerusform>%1: %2 of %n class</numerusform>
            <numerusform>%1: %2 of each of %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the means of what %n layers read are not known (%2)</source>
        <translation>
            <numerusform>%1; the means of what %n layer reads are not known (%2)</numerusform>
            <numerusform>%1; the means of what %n layers read are not known (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Batch normalization of %n layers is folded</source>
        <translation>
            <numerusform>Batch normalization of %n layer is folded</numerusform>
            <numerusform>Batch normalization of %n layers is folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that of %n layers is kept apart</source>
        <translation>
            <numerusform>that of %n layer is kept apart</numerusform>
            <numerusform>that of %n layers is kept apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodOutcomeModel</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodsPanel</name>
    <message numerus="yes">
        <source>Selected layers (%n)</source>
        <translation>
            <numerusform>Selected layers (%n)</numerusform>
            <numerusform>Selected layers (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePanel</name>
    <message numerus="yes">
        <source>On %n images</source>
        <translation>
            <numerusform>On %n image</numerusform>
            <numerusform>On %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outputs measured on %n images</source>
        <translation>
            <numerusform>Outputs measured on %n image</numerusform>
            <numerusform>Outputs measured on %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RulesPanel</name>
    <message numerus="yes">
        <source>The selected rule sets %n layers of this model.</source>
        <translation>
            <numerusform>The selected rule sets %n layer of this model.</numerusform>
            <numerusform>The selected rule sets %n layers of this model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchPanel</name>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n pinned</numerusform>
            <numerusform>%n pinned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TriedPanel</name>
    <message numerus="yes">
        <source>%n settings differ.</source>
        <translation>
            <numerusform>%n setting differs.</numerusform>
            <numerusform>%n settings differ.</numerusform>
        </translation>
    </message>
</context>
</TS>
