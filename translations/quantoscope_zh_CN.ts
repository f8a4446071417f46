<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>quantoscope::gui</name>
    <message>
        <source>Explores the quantization of neural networks.</source>
        <translation>用于探索神经网络量化的程序。</translation>
    </message>
    <message>
        <source>ONNX model, or session (.quantoscope), to open.</source>
        <translation>要打开的 ONNX 模型或会话（.quantoscope）。</translation>
    </message>
    <message>
        <source>Folder of validation images.</source>
        <translation>验证图像所在的文件夹。</translation>
    </message>
    <message>
        <source>Labels of the images, CSV or TXT.</source>
        <translation>图像的标签，CSV 或 TXT。</translation>
    </message>
    <message>
        <source>Folder of calibration images.</source>
        <translation>校准图像所在的文件夹。</translation>
    </message>
    <message>
        <source>Preset or JSON file that says how images are prepared.</source>
        <translation>指定图像预处理方式的预设或 JSON 文件。</translation>
    </message>
    <message>
        <source>Configuration to start with, JSON.</source>
        <translation>初始配置，JSON。</translation>
    </message>
    <message>
        <source>Open the bundled sample.</source>
        <translation>打开自带的示例。</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system、light 或 dark。</translation>
    </message>
    <message>
        <source>Save a picture of the window and quit.</source>
        <translation>保存窗口截图并退出。</translation>
    </message>
    <message>
        <source>Size of the screenshot.</source>
        <translation>截图的尺寸。</translation>
    </message>
    <message>
        <source>Which tab to show: layers, images, sensitivity, search, methods, rules or tried.</source>
        <translation>要显示的标签页：layers、images、sensitivity、search、methods、rules 或 tried。</translation>
    </message>
    <message>
        <source>What to show of the selected layer: weights, errors, channels, weight-map, output, feature-maps or calibration.</source>
        <translation>要显示选中层的哪项内容：weights、errors、channels、weight-map、output、feature-maps 或 calibration。</translation>
    </message>
    <message>
        <source>Layer to select.</source>
        <translation>要选中的层。</translation>
    </message>
    <message>
        <source>--size needs WxH, as in 1280x720, not %1</source>
        <translation>--size 需要 WxH 格式，例如 1280x720，而不是 %1</translation>
    </message>
    <message>
        <source>only one model can be opened</source>
        <translation>只能打开一个模型</translation>
    </message>
    <message>
        <source>--images and --config need a model</source>
        <translation>--images 和 --config 需要指定模型</translation>
    </message>
    <message>
        <source>Graph of the model</source>
        <translation>模型的计算图</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of %1 by %2 pixels; save an SVG instead</source>
        <translation>内存不足，无法生成 %1 × %2 像素的图片；请改为保存 SVG</translation>
    </message>
    <message>
        <source>there is no graph to save; wait until it is laid out</source>
        <translation>没有可保存的计算图；请等待布局完成</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>最小-最大</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>entropy (KL)</source>
        <translation>熵（KL）</translation>
    </message>
    <message>
        <source>The range holds every value seen while calibrating.</source>
        <translation>范围包含校准时出现的所有值。</translation>
    </message>
    <message>
        <source>The range leaves out the rarest values at both ends.</source>
        <translation>范围舍去两端最罕见的值。</translation>
    </message>
    <message>
        <source>The range with the smallest mean squared rounding and clipping error.</source>
        <translation>使舍入与截断的均方误差最小的范围。</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>变错</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>变对</translation>
    </message>
    <message>
        <source>same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>W bits</source>
        <translation>权重位宽</translation>
    </message>
    <message>
        <source>W symmetry</source>
        <translation>权重对称性</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>舍入</translation>
    </message>
    <message>
        <source>A bits</source>
        <translation>激活位宽</translation>
    </message>
    <message>
        <source>A symmetry</source>
        <translation>激活对称性</translation>
    </message>
    <message>
        <source>W SQNR</source>
        <translation>权重 SQNR</translation>
    </message>
    <message>
        <source>A SQNR</source>
        <translation>激活 SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Position in the graph; the noise plot counts the same way.</source>
        <translation>在计算图中的位置；噪声图采用相同的编号。</translation>
    </message>
    <message>
        <source>Name of the layer in the model file.</source>
        <translation>层在模型文件中的名称。</translation>
    </message>
    <message>
        <source>ONNX operator, with what it absorbed (BatchNormalization, activation function).</source>
        <translation>ONNX 算子，以及融合到其中的算子（BatchNormalization、激活函数）。</translation>
    </message>
    <message>
        <source>Number format of the layer&apos;s weights. INT n has 2ⁿ levels; FP32 is not quantized. Ctrl and mouse wheel step through the list.</source>
        <translation>层权重的数值格式。INT n 有 2ⁿ 个量化级；FP32 表示不量化。按住 Ctrl 并滚动鼠标滚轮可逐项切换。</translation>
    </message>
    <message>
        <source>Symmetric: zero point 0, the range reaches equally far to both sides. Asymmetric: the range is fitted to minimum and maximum.</source>
        <translation>对称：零点为 0，范围向两侧等距延伸。非对称：范围按最小值和最大值确定。</translation>
    </message>
    <message>
        <source>How weights became integers. Nearest: each for itself. Corrected: fitted, with the bias, so that the layer&apos;s outputs on the calibration images stay what they are in FP32 (Quantize menu, Correct Weights).</source>
        <translation>权重如何变为整数。就近：各权重独立舍入。已修正：与偏置一同拟合，使层在校准图像上的输出保持与 FP32 一致（“量化 › 修正权重”）。</translation>
    </message>
    <message>
        <source>Number format of the tensor this layer produces. Ctrl and mouse wheel step through the list, with Shift anywhere in the row.</source>
        <translation>此层所产生张量的数值格式。按住 Ctrl 并滚动鼠标滚轮可逐项切换；同时按住 Shift 时，在整行任意位置均可。</translation>
    </message>
    <message>
        <source>Whether the range of the tensor this layer produces is symmetric around zero.</source>
        <translation>此层所产生张量的范围是否关于零对称。</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the weights in decibels: energy of the FP32 weights over energy of their rounding error. Higher is better; 6 dB is about one bit.</source>
        <translation>权重的信号量化噪声比，单位为分贝：FP32 权重的能量与其舍入误差的能量之比。越高越好；6 dB 约相当于 1 位。</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of this layer&apos;s output against FP32 in decibels, with the noise of all layers before it.</source>
        <translation>此层输出相对 FP32 的信号量化噪声比，单位为分贝，包含前面所有层的噪声。</translation>
    </message>
    <message>
        <source>Bytes of the layer: weights at their bits, scales, zero points and bias.</source>
        <translation>层的字节数：按各自位宽计的权重、缩放因子、零点和偏置。</translation>
    </message>
    <message>
        <source>Number of weights and biases.</source>
        <translation>权重和偏置的数量。</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image.</source>
        <translation>处理一张图像的乘加运算次数。</translation>
    </message>
    <message>
        <source>Shape of the tensor this layer produces.</source>
        <translation>此层所产生张量的形状。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Depthwise Conv</source>
        <translation>Depthwise Conv</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>any operator</source>
        <translation>任意算子</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>%1（全部）</translation>
    </message>
    <message>
        <source>All %1 named “%2”</source>
        <translation>%1（全部，名称含“%2”）</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>无改动</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>无误差</translation>
    </message>
    <message>
        <source>%L1 dB</source>
        <translation>%L1 dB</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1%</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>非对称</translation>
    </message>
    <message>
        <source>per-channel</source>
        <translation>逐通道</translation>
    </message>
    <message>
        <source>per-tensor</source>
        <translation>逐张量</translation>
    </message>
    <message>
        <source>weight bits</source>
        <translation>权重位宽</translation>
    </message>
    <message>
        <source>weight symmetry</source>
        <translation>权重对称性</translation>
    </message>
    <message>
        <source>weight granularity</source>
        <translation>权重粒度</translation>
    </message>
    <message>
        <source>activation bits</source>
        <translation>激活位宽</translation>
    </message>
    <message>
        <source>activation symmetry</source>
        <translation>激活对称性</translation>
    </message>
    <message>
        <source>In the order they were run.</source>
        <translation>按运行的先后顺序。</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前沿</translation>
    </message>
    <message>
        <source>★ meets the budget best. ● is on the measured front: no other is smaller and has less error in its outputs.</source>
        <translation>★ 在预算内最优。● 位于实测前沿：没有其他配置既更小、输出误差又更低。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Found by the search, or a comparison under the same budget.</source>
        <translation>由搜索得到，或为同一预算下的对比配置。</translation>
    </message>
    <message>
        <source>Avg bits</source>
        <translation>平均位宽</translation>
    </message>
    <message>
        <source>Bits of a weight, averaged over all quantizable weights.</source>
        <translation>权重的位数，对所有可量化权重取平均。</translation>
    </message>
    <message>
        <source>The whole model: weights at their bits, scales, zero points, biases.</source>
        <translation>整个模型：按各自位宽计的权重、缩放因子、零点和偏置。</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Bit operations of one image: MACs times weight bits times activation bits, summed over the layers.</source>
        <translation>处理一张图像的位运算量：MACs × 权重位宽 × 激活位宽，对各层求和。</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Share of the images it ran whose top-1 class is right.</source>
        <translation>在已运行的图像中，Top-1 类别正确的比例。</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>相对 FP32</translation>
    </message>
    <message>
        <source>Top-1 over all images less that of FP32, in points, with its 95 % interval where not all of them were run.</source>
        <translation>全部图像上的 Top-1 减去 FP32 的 Top-1，单位为百分点；未运行全部图像时附 95% 置信区间。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of all images with the same top-1 class as FP32, with its 95 % interval where not all of them were run.</source>
        <translation>全部图像中 Top-1 类别与 FP32 相同的比例；未运行全部图像时附 95% 置信区间。</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the outputs against FP32 in decibels; higher is better.</source>
        <translation>输出相对 FP32 的信号量化噪声比，单位为分贝；越高越好。</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出集</translation>
    </message>
    <message>
        <source>Top-1 on images that the search never saw, so that it cannot have been fitted to them; without labels the agreement with FP32.</source>
        <translation>在搜索从未使用过的图像上的 Top-1，因此不可能是对这些图像过拟合的结果；没有标签时为与 FP32 的一致率。</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 相对 FP32：%1 个百分点</translation>
    </message>
    <message>
        <source>Agreement with FP32: %1</source>
        <translation>与 FP32 的一致率：%1</translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>留出集：%1，FP32 %2（%n 张图像）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>留出集：与 FP32 的一致率 %1（%n 张图像）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 configurations</source>
        <translation>%1/%2 个配置</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>统一位宽</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>权重 SQNR</translation>
    </message>
    <message>
        <source>Found by the search, which judges layers by what they do to the outputs.</source>
        <translation>由搜索得到，搜索依据各层对输出的影响进行评判。</translation>
    </message>
    <message>
        <source>For comparison: every layer has the same bits, the most the budget allows.</source>
        <translation>用于对比：所有层采用相同的位宽，取预算允许的最大值。</translation>
    </message>
    <message>
        <source>For comparison: the same budget, given to layers by the SQNR of their weights alone.</source>
        <translation>用于对比：同一预算，仅按各层权重的 SQNR 分配。</translation>
    </message>
    <message>
        <source>%1 bits on average</source>
        <translation>平均 %1 位</translation>
    </message>
    <message>
        <source>%1 BOPs</source>
        <translation>%1 BOPs</translation>
    </message>
    <message>
        <source>FP32 − %L1 points</source>
        <translation>FP32 − %L1 个百分点</translation>
    </message>
    <message>
        <source>%1 weight bits on average</source>
        <translation>权重平均 %1 位</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>大小：%1</translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n images)</source>
        <translation>
            <numerusform>Top-1：%1（%n 张图像）</numerusform>
        </translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>输出 SQNR：%1</translation>
    </message>
    <message>
        <source>Predicted: %1 points</source>
        <translation>预测：%1 个百分点</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>Measuring sensitivities</source>
        <translation>正在测量敏感度</translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n images held out</source>
        <translation>
            <numerusform>正在用 %n 张留出图像检验最优配置</numerusform>
        </translation>
    </message>
    <message>
        <source>Evaluating: %1</source>
        <translation>正在评估：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n images, %2 passes, %3</source>
        <translation>
            <numerusform>%1，%n 张图像，%2 遍，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>缩放因子</translation>
    </message>
    <message>
        <source>Weight shape</source>
        <translation>权重形状</translation>
    </message>
    <message>
        <source>Weight range</source>
        <translation>权重范围</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Smallest and largest FP32 weight.</source>
        <translation>FP32 权重的最小值和最大值。</translation>
    </message>
    <message>
        <source>Levels in use</source>
        <translation>已用量化级</translation>
    </message>
    <message>
        <source>Distinct values of the quantized weights; with per-channel scales every channel has its own.</source>
        <translation>量化后权重的不同取值数；采用逐通道缩放因子时，每个通道有各自的取值。</translation>
    </message>
    <message>
        <source>Energy of the FP32 weights over energy of their rounding error.</source>
        <translation>FP32 权重的能量与其舍入误差的能量之比。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>How the tensor this layer produces is quantized.</source>
        <translation>此层所产生张量的量化方式。</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>输出范围</translation>
    </message>
    <message>
        <source>not calibrated yet</source>
        <translation>尚未校准</translation>
    </message>
    <message>
        <source>Clipping range, set by hand: values outside are set to its ends.</source>
        <translation>手动设置的截断范围：范围外的值取端点值。</translation>
    </message>
    <message>
        <source>Clipping range: values outside are set to its ends.</source>
        <translation>截断范围：范围外的值取端点值。</translation>
    </message>
    <message>
        <source>Output scale</source>
        <translation>输出缩放因子</translation>
    </message>
    <message>
        <source>Distance between two neighbouring quantized values.</source>
        <translation>两个相邻量化值之间的距离。</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>The integer that stands for 0.</source>
        <translation>表示 0 的整数。</translation>
    </message>
    <message>
        <source>Absorbs</source>
        <translation>已融合</translation>
    </message>
    <message>
        <source>Operators that run as part of this layer, without a quantizer between.</source>
        <translation>作为此层的一部分运行的算子，其间没有量化器。</translation>
    </message>
    <message>
        <source>Nothing here carries a quantizer</source>
        <translation>此处没有任何量化器</translation>
    </message>
    <message>
        <source>&amp;Bits of This Layer</source>
        <translation>此层的位宽(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>Bits of the &amp;Selection (%n layers)</source>
        <translation>
            <numerusform>选中层的位宽（%n 层）(&amp;S)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of &amp;All %1 (%n layers)</source>
        <translation>
            <numerusform>所有 %1 的位宽（%n 层）(&amp;A)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of Everything &amp;Downstream (%n layers)</source>
        <translation>
            <numerusform>所有下游层的位宽（%n 层）(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pin Bits in the Search</source>
        <translation>搜索时固定位宽(&amp;P)</translation>
    </message>
    <message>
        <source>Only layers with weights can be pinned</source>
        <translation>只有带权重的层才能固定</translation>
    </message>
    <message>
        <source>A search for mixed precision keeps the weight bits these layers have now</source>
        <translation>混合精度搜索会保持这些层当前的权重位宽</translation>
    </message>
    <message>
        <source>Language of this run: en, de, zh_CN or ja.</source>
        <translation>本次运行的语言：en、de、zh_CN 或 ja。</translation>
    </message>
    <message>
        <source>--language needs en, de, zh_CN or ja, not %1</source>
        <translation>--language 需要 en、de、zh_CN 或 ja，而不是 %1</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>the graph could not be laid out: dot failed</source>
        <translation>无法布局计算图：dot 失败</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>Simplifying the model</source>
        <translation>正在简化模型</translation>
    </message>
    <message>
        <source>Compiling the model</source>
        <translation>正在编译模型</translation>
    </message>
    <message>
        <source>Decoding images</source>
        <translation>正在解码图像</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>正在校准</translation>
    </message>
    <message>
        <source>Running FP32</source>
        <translation>正在运行 FP32</translation>
    </message>
    <message>
        <source>Running quantized</source>
        <translation>正在运行量化模型</translation>
    </message>
    <message>
        <source>Measuring noise</source>
        <translation>正在测量噪声</translation>
    </message>
    <message>
        <source>Measuring time</source>
        <translation>正在测量时间</translation>
    </message>
    <message>
        <source>Measuring sensitivity</source>
        <translation>正在测量敏感度</translation>
    </message>
    <message>
        <source>Preparing the next edit</source>
        <translation>正在准备下一次编辑</translation>
    </message>
    <message>
        <source>Correcting weights</source>
        <translation>正在修正权重</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Model size (MB)</source>
        <translation>模型大小 (MB)</translation>
    </message>
    <message>
        <source>Model size (kB)</source>
        <translation>模型大小 (kB)</translation>
    </message>
    <message>
        <source>Bit operations (10¹²)</source>
        <translation>位运算 (10¹²)</translation>
    </message>
    <message>
        <source>Bit operations (10⁹)</source>
        <translation>位运算 (10⁹)</translation>
    </message>
    <message>
        <source>Bit operations (10⁶)</source>
        <translation>位运算 (10⁶)</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>每张图像的时间 (ms)</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>模型大小</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>位运算</translation>
    </message>
    <message>
        <source>Measured time</source>
        <translation>实测时间</translation>
    </message>
    <message>
        <source>Bytes of the model: weights at their bits, scales, zero points and biases</source>
        <translation>模型的字节数：按位宽计的权重、缩放因子、零点和偏置</translation>
    </message>
    <message>
        <source>BOPs of one image: multiply-accumulates times the bits of weights and inputs</source>
        <translation>一张图像的 BOPs：乘加次数乘以权重和输入的位数</translation>
    </message>
    <message>
        <source>Milliseconds that the exported model takes for one image with the inference engine&apos;s own integer kernels on this machine</source>
        <translation>导出的模型在本机上用推理引擎自带的整数内核处理一张图像所需的毫秒数</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time of the layer for one image in the exported model, with the inference engine&apos;s integer kernels on this machine (Quantize menu, Measure Time). 0 where another layer&apos;s kernel computes it.</source>
        <translation>该层在导出模型中处理一张图像的时间，使用推理引擎在本机上的整数内核（“量化”菜单，“测量时间”）。由其他层的内核一并计算时为 0。</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; can&apos;t be applied: %2</source>
        <translation>无法应用规则“%1”：%2</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge whose top-1 class is right.</source>
        <translation>用于评判的校准图像中 Top-1 类别正确的比例。</translation>
    </message>
    <message>
        <source>Top-1 on the calibration images that judge less that of FP32, in points.</source>
        <translation>用于评判的校准图像上的 Top-1 减去 FP32 的 Top-1，单位为百分点。</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge with the same top-1 class as FP32.</source>
        <translation>用于评判的校准图像中 Top-1 类别与 FP32 相同的比例。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Top-1 on the validation images, which the search never saw; without labels the agreement with FP32.</source>
        <translation>搜索从未见过的验证图像上的 Top-1；没有标签时为与 FP32 的一致率。</translation>
    </message>
    <message>
        <source>Top-1 on calibration images against FP32: %1 points</source>
        <translation>校准图像上的 Top-1（相对 FP32）：%1 个百分点</translation>
    </message>
    <message>
        <source>Agreement with FP32 on calibration images: %1</source>
        <translation>校准图像上与 FP32 的一致率：%1</translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>验证集：%1，FP32 %2（%n 张图像）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>验证集：与 FP32 的一致率 %1（%n 张图像）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n calibration images)</source>
        <translation>
            <numerusform>Top-1：%1（%n 张校准图像）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n validation images</source>
        <translation>
            <numerusform>正在用 %n 张验证图像检查最佳结果</numerusform>
        </translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>p-norm</source>
        <translation>p 范数</translation>
    </message>
    <message>
        <source>The moving average of every picture&apos;s minimum and maximum (PyTorch&apos;s MovingAverageMinMaxObserver).</source>
        <translation>每张图像最小值和最大值的移动平均（PyTorch 的 MovingAverageMinMaxObserver）。</translation>
    </message>
    <message>
        <source>The range with the smallest mean error to the power of 2.4, which minds large errors more (Nahshan et al. 2021).</source>
        <translation>误差 2.4 次方的均值最小的范围，更重视大误差（Nahshan 等，2021）。</translation>
    </message>
    <message>
        <source>FP32: 32-bit floating point, not quantized.</source>
        <translation>FP32：32 位浮点，未量化。</translation>
    </message>
    <message>
        <source>FP16: IEEE 754 half precision, 11 significant bits, largest value 65504.</source>
        <translation>FP16：IEEE 754 半精度，11 位有效位，最大值 65504。</translation>
    </message>
    <message>
        <source>BF16: bfloat16, the range of FP32 with 8 significant bits.</source>
        <translation>BF16：bfloat16，范围同 FP32，8 位有效位。</translation>
    </message>
    <message>
        <source>FP8 E4M3: 4 exponent and 3 mantissa bits, largest value 448, times a scale (OCP OFP8).</source>
        <translation>FP8 E4M3：4 位指数、3 位尾数，最大值 448，再乘以缩放因子（OCP OFP8）。</translation>
    </message>
    <message>
        <source>FP8 E5M2: 5 exponent and 2 mantissa bits, largest value 57344, times a scale (OCP OFP8).</source>
        <translation>FP8 E5M2：5 位指数、2 位尾数，最大值 57344，再乘以缩放因子（OCP OFP8）。</translation>
    </message>
    <message>
        <source>FP4 E2M1: the magnitudes 0, 0.5, 1, 1.5, 2, 3, 4 and 6, times a scale (OCP Microscaling Formats).</source>
        <translation>FP4 E2M1：幅值 0、0.5、1、1.5、2、3、4 和 6，再乘以缩放因子（OCP Microscaling Formats）。</translation>
    </message>
    <message>
        <source>Ternary: -1, 0 or 1 times a scale; 0 where a weight is below 0.7 of the mean magnitude (Li et al. 2016).</source>
        <translation>三值：-1、0 或 1 乘以缩放因子；幅值低于平均幅值 0.7 倍的权重为 0（Li 等，2016）。</translation>
    </message>
    <message>
        <source>INT1: the sign of each weight times their mean magnitude (Rastegari et al. 2016).</source>
        <translation>INT1：每个权重的符号乘以平均幅值（Rastegari 等，2016）。</translation>
    </message>
    <message>
        <source>INT%1: integers of %1 bits times a scale.</source>
        <translation>INT%1：%1 位整数乘以缩放因子。</translation>
    </message>
    <message>
        <source>One scale for all weights of the layer.</source>
        <translation>该层所有权重共用一个缩放因子。</translation>
    </message>
    <message>
        <source>Every output channel has its own scale.</source>
        <translation>每个输出通道有自己的缩放因子。</translation>
    </message>
    <message>
        <source>Every %1 weights of an output channel that follow each other have their own scale.</source>
        <translation>输出通道中每 %1 个相邻权重有自己的缩放因子。</translation>
    </message>
    <message>
        <source>Every 32 weights of an output channel share a power of two, stored in one byte (OCP Microscaling Formats).</source>
        <translation>输出通道中每 32 个权重共用一个 2 的幂，存为一个字节（OCP Microscaling Formats）。</translation>
    </message>
    <message>
        <source>The range is found once, on the calibration images.</source>
        <translation>范围在校准图像上一次性确定。</translation>
    </message>
    <message>
        <source>The range is that of each image&apos;s own values, found while it runs.</source>
        <translation>范围取每张图像自身的值，在运行时确定。</translation>
    </message>
    <message>
        <source>The range is that of each token&apos;s own values, found while it runs.</source>
        <translation>范围取每个词元自身的值，在运行时确定。</translation>
    </message>
    <message>
        <source>Scales are FP32 numbers.</source>
        <translation>缩放因子是 FP32 数。</translation>
    </message>
    <message>
        <source>Scales are rounded up to a power of two, so that scaling is a shift.</source>
        <translation>缩放因子向上取到 2 的幂，缩放即移位。</translation>
    </message>
    <message>
        <source>Power-of-two scales are for INT2 and wider, outside of MX blocks, whose scales are powers of two anyway</source>
        <translation>2 的幂缩放因子用于 INT2 及更宽的整数；MX 块的缩放因子本来就是 2 的幂</translation>
    </message>
    <message>
        <source>MX blocks hold INT8, FP8 or FP4, not %1</source>
        <translation>MX 块存放 INT8、FP8 或 FP4，不能是 %1</translation>
    </message>
    <message>
        <source>MX blocks have no zero points: they are symmetric</source>
        <translation>MX 块没有零点：只能对称</translation>
    </message>
    <message>
        <source>1-bit weights are a sign times a mean magnitude: they are symmetric</source>
        <translation>1 位权重是符号乘以平均幅值：只能对称</translation>
    </message>
    <message>
        <source>%1 weights have no zero point: they are symmetric</source>
        <translation>%1 权重没有零点：只能对称</translation>
    </message>
    <message>
        <source>No matrix product reads this tensor, so it has no tokens</source>
        <translation>没有矩阵乘法读取该张量，因此没有词元</translation>
    </message>
    <message>
        <source>%1 has no scale, and so no range</source>
        <translation>%1 没有缩放因子，也就没有范围</translation>
    </message>
    <message>
        <source>%1 has no zero point: it is symmetric</source>
        <translation>%1 没有零点：只能对称</translation>
    </message>
    <message>
        <source>%1 does not take %2 in %3 (%4)</source>
        <translation>%1 不支持 %3 中的 %2（%4）</translation>
    </message>
    <message>
        <source>W scales</source>
        <translation>权重缩放</translation>
    </message>
    <message>
        <source>A ranges</source>
        <translation>激活范围</translation>
    </message>
    <message>
        <source>Per-channel: every output channel has its own scale. Per-tensor: one scale for all weights of the layer. Groups and MX blocks: some weights of an output channel share one.</source>
        <translation>逐通道：每个输出通道有自己的缩放因子。逐张量：该层所有权重共用一个。分组和 MX 块：输出通道中的若干权重共用一个。</translation>
    </message>
    <message>
        <source>Real: scales are FP32 numbers. Powers of two: scaling is a shift.</source>
        <translation>实数：缩放因子是 FP32 数。2 的幂：缩放即移位。</translation>
    </message>
    <message>
        <source>Where the range of the tensor this layer produces comes from: the calibration images (static), or each image or token while it runs (dynamic).</source>
        <translation>该层所产生张量的范围来源：校准图像（静态），或运行时的每张图像或每个词元（动态）。</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; is not legal here; zero points and power-of-two scales are for INT2 and wider outside of MX blocks, so change the bits or the other settings of the rule</source>
        <translation>规则“%1”在此不合法；零点和 2 的幂缩放因子用于 MX 块之外的 INT2 及更宽的整数，请更改规则的位数或其他设置</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>每组 %1 个</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX 块</translation>
    </message>
    <message>
        <source>real</source>
        <translation>实数</translation>
    </message>
    <message>
        <source>powers of two</source>
        <translation>2 的幂</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>of each image</source>
        <translation>每张图像</translation>
    </message>
    <message>
        <source>of each token</source>
        <translation>每个词元</translation>
    </message>
    <message>
        <source>weight scales</source>
        <translation>权重缩放</translation>
    </message>
    <message>
        <source>activation ranges</source>
        <translation>激活范围</translation>
    </message>
    <message>
        <source>When to take the screenshot: opened, evaluated, swept (runs a sensitivity sweep first), searched (runs a search for mixed precision first), corrected (corrects the weights first), tried (evaluates some uniform configurations first) or toured (with the tour of the window).</source>
        <translation>何时截图：opened、evaluated、swept（先进行灵敏度扫描）、searched（先搜索混合精度）、corrected（先校正权重）、tried（先评估几个统一配置）或 toured（带窗口导览）。</translation>
    </message>
    <message>
        <source>--after needs opened, evaluated, swept, searched, corrected, tried or toured, not %1</source>
        <translation>--after 需要 opened、evaluated、swept、searched、corrected、tried 或 toured，而不是 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n with a range set by hand</source>
        <translation>
            <numerusform>%n 组的范围为手动设置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind ReLU6 or another clipping activation function</source>
        <translation>
            <numerusform>%n 组位于 ReLU6 或其他截断激活函数之后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind an activation function that does not scale with its input</source>
        <translation>
            <numerusform>%n 组位于不随输入缩放的激活函数之后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with shared weights</source>
        <translation>
            <numerusform>%n 组共享权重</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read or made by other operators, too</source>
        <translation>
            <numerusform>%n 组还由其他算子读取或生成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Channels of %n groups of layers equalized.</source>
        <translation>
            <numerusform>已均衡 %n 组层的通道。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped: %2.</source>
        <translation>%1 已跳过：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n without a ReLU alone between them</source>
        <translation>
            <numerusform>%n 组之间不是单独的 ReLU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before a layer that pads with zeros</source>
        <translation>
            <numerusform>%n 组后接补零的层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without biases</source>
        <translation>
            <numerusform>%n 组没有偏置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without channels that are nearly always above zero</source>
        <translation>
            <numerusform>%n 组没有几乎总是大于零的通道</numerusform>
        </translation>
    </message>
    <message>
        <source>No biases to absorb.</source>
        <translation>没有可吸收的偏置。</translation>
    </message>
    <message>
        <source>Biases stay: FP32 outputs would change too much on the calibration images (SQNR %1 dB, at least %2 dB wanted).</source>
        <translation>偏置保持不变：校准图像上的 FP32 输出变化过大（SQNR %1 dB，要求至少 %2 dB）。</translation>
    </message>
    <message numerus="yes">
        <source>Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</source>
        <translation>
            <numerusform>已吸收 %n 个通道的偏置；校准图像上 FP32 输出的 SQNR：%1 dB。</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration: %1</source>
        <translation>校准：%1</translation>
    </message>
    <message>
        <source>Other calibration methods</source>
        <translation>其他校准方法</translation>
    </message>
    <message>
        <source>Weight ranges by MSE</source>
        <translation>按 MSE 确定权重范围</translation>
    </message>
    <message>
        <source>Equalized channels</source>
        <translation>均衡通道</translation>
    </message>
    <message>
        <source>Absorbed high biases</source>
        <translation>吸收高偏置</translation>
    </message>
    <message>
        <source>Corrected weights</source>
        <translation>校正权重</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>no better, left out</source>
        <translation>没有改善，未采用</translation>
    </message>
    <message>
        <source>nothing to do here</source>
        <translation>此处无需处理</translation>
    </message>
    <message>
        <source>no time left: about %1</source>
        <translation>时间不足：约 %1</translation>
    </message>
    <message numerus="yes">
        <source>No method made the configuration better, judged by %n calibration images.</source>
        <translation>
            <numerusform>根据 %n 张校准图像判断，没有方法改善此配置。</numerusform>
        </translation>
    </message>
    <message>
        <source>KL divergence from FP32</source>
        <translation>与 FP32 的 KL 散度</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>噪声信号比</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 → %3, judged by %n calibration images that nothing was fitted to.</source>
        <translation>
            <numerusform>%1 %2 → %3，由 %n 张未参与拟合的校准图像判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>The range whose quantized histogram has the smallest Kullback-Leibler divergence from the original (Migacz 2017).</source>
        <translation>量化后的直方图与原直方图的 Kullback-Leibler 散度最小的范围（Migacz 2017）。</translation>
    </message>
    <message>
        <source>Every weight is kept.</source>
        <translation>保留所有权重。</translation>
    </message>
    <message>
        <source>The weights of least magnitude become zero (Han et al. 2015).</source>
        <translation>绝对值最小的权重变为零（Han 等，2015）。</translation>
    </message>
    <message>
        <source>Of every %1 weights that follow each other along the input channels the %2 largest are kept (Mishra et al. 2021).</source>
        <translation>沿输入通道每 %1 个相邻权重中保留最大的 %2 个（Mishra 等，2021）。</translation>
    </message>
    <message>
        <source>Channels whose filters have the least L1 norm are removed from this layer, from those it shares them with and from those that read them; the exported model lacks them (Li et al. 2017).</source>
        <translation>从本层、与其共享通道的层以及读取这些通道的层中移除滤波器 L1 范数最小的通道；导出的模型中不再包含它们（Li 等，2017）。</translation>
    </message>
    <message>
        <source>an activation function does not make 0 of 0</source>
        <translation>激活函数不会把 0 变为 0</translation>
    </message>
    <message>
        <source>another operator makes or reads the channels</source>
        <translation>其他算子生成或读取这些通道</translation>
    </message>
    <message>
        <source>the channels are an output of the model</source>
        <translation>这些通道是模型的输出</translation>
    </message>
    <message>
        <source>several layers share weights</source>
        <translation>多个层共享权重</translation>
    </message>
    <message>
        <source>a depthwise layer has the channels of the layer before; prune those</source>
        <translation>深度卷积层的通道来自前一层；请剪枝前一层</translation>
    </message>
    <message>
        <source>no layer with weights reads the channels</source>
        <translation>没有带权重的层读取这些通道</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1</source>
        <translation>无法移除通道：%1</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1 (%2)</source>
        <translation>无法移除通道：%1（%2）</translation>
    </message>
    <message>
        <source>1-bit weights have no zero, so nothing can be pruned</source>
        <translation>1 位权重没有零，因此无法剪枝</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>剪枝</translation>
    </message>
    <message>
        <source>Accumulator</source>
        <translation>累加器</translation>
    </message>
    <message>
        <source>Which weights become zero before the rest is quantized: a share of those of least magnitude (Han et al. 2015), all but N of every M along the input channels (Mishra et al. 2021), or whole channels (Li et al. 2017). Correct Weights fits the others so that they make up for them.</source>
        <translation>在量化其余权重之前哪些权重变为零：按比例取绝对值最小的（Han 等，2015）、沿输入通道每 M 个只保留 N 个（Mishra 等，2021），或整个通道（Li 等，2017）。“修正权重”会调整其余权重以弥补损失。</translation>
    </message>
    <message>
        <source>Signed bits of the integer sums of this layer that no input can overflow, from the weight codes, the bias and the grid of the input (Colbert et al. 2023).</source>
        <translation>此层整数累加和所需的有符号位宽，任何输入都不会使其溢出；由权重整数码、偏置和输入的量化网格得出（Colbert et al. 2023）。</translation>
    </message>
    <message>
        <source>No input can overflow %1 bits.</source>
        <translation>任何输入都不会使 %1 位溢出。</translation>
    </message>
    <message>
        <source>Could overflow %1 bits in %2 of %3 channels.</source>
        <translation>%3 个通道中有 %2 个可能使 %1 位溢出。</translation>
    </message>
    <message>
        <source>not pruned</source>
        <translation>未剪枝</translation>
    </message>
    <message>
        <source>%1 % of weights</source>
        <translation>%1% 的权重</translation>
    </message>
    <message>
        <source>%1 % of channels</source>
        <translation>%1% 的通道</translation>
    </message>
    <message>
        <source>weight pruning</source>
        <translation>权重剪枝</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>The input channels with the largest weights are doubled and their weights halved, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019).</source>
        <translation>将权重最大的输入通道复制一份并把其权重减半，从而使网格更细（离群通道拆分，Zhao 等，2019）。</translation>
    </message>
    <message>
        <source>No channels are added.</source>
        <translation>不增加通道。</translation>
    </message>
    <message>
        <source>Channels cannot be split: all groups of a depthwise or grouped convolution have equally many input channels, so that one cannot be copied alone</source>
        <translation>无法拆分通道：深度卷积或分组卷积的各组输入通道数相同，因此不能只复制其中一个</translation>
    </message>
    <message>
        <source>Channels cannot be split: the layer is a transposed convolution or has a transposed input</source>
        <translation>无法拆分通道：该层是转置卷积，或其输入被转置</translation>
    </message>
    <message>
        <source>Channels cannot be split: the weights are not a matrix on the right of what the layer reads</source>
        <translation>无法拆分通道：权重不是位于该层输入右侧的矩阵</translation>
    </message>
    <message>
        <source>A layer is pruned or has split channels, not both</source>
        <translation>一个层要么剪枝，要么拆分通道，不能两者兼有</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Input channels added by doubling those with the largest weights and halving these, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019); weights of such layers are rounded to nearest.</source>
        <translation>复制权重最大的输入通道并将其权重减半而增加的输入通道，使网格更细（离群通道拆分，Zhao 等，2019）；此类层的权重就近舍入。</translation>
    </message>
    <message>
        <source>%1 % added</source>
        <translation>增加 %1%</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>未拆分</translation>
    </message>
    <message>
        <source>channel splitting</source>
        <translation>通道拆分</translation>
    </message>
    <message>
        <source>%1 %2 : 1, now %3 : 1</source>
        <translation>%1 %2 : 1，现为 %3 : 1</translation>
    </message>
    <message>
        <source>Nothing to smooth: no MatMul or Gemm of this model reads what another layer or a normalization writes.</source>
        <translation>无可平滑：此模型中没有 MatMul 或 Gemm 读取其他层或归一化写出的通道。</translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n groups of layers smoothed.</source>
        <translation>
            <numerusform>已平滑 %n 组层的激活。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 They take the place of the equalization.</source>
        <translation>%1 它们取代了原有的通道均衡。</translation>
    </message>
    <message>
        <source>%1 Largest over least range of their channels: %2.</source>
        <translation>%1 通道最大与最小范围之比：%2。</translation>
    </message>
    <message>
        <source>Smoothed activations</source>
        <translation>已平滑激活</translation>
    </message>
    <message>
        <source>A file was not found.</source>
        <translation>找不到文件。</translation>
    </message>
    <message>
        <source>A file is damaged or of another kind.</source>
        <translation>文件已损坏或类型不符。</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>The model contradicts the ONNX standard.</source>
        <translation>模型不符合 ONNX 标准。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支持此项。</translation>
    </message>
    <message>
        <source>Sizes do not fit together.</source>
        <translation>尺寸不匹配。</translation>
    </message>
    <message>
        <source>This setting is not possible here.</source>
        <translation>此处无法使用该设置。</translation>
    </message>
    <message>
        <source>An entry of a file is wrong.</source>
        <translation>文件中的某一项有误。</translation>
    </message>
    <message>
        <source>The inference engine reports a failure.</source>
        <translation>推理引擎报告错误。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>no ReLU alone between them</source>
        <translation>两者之间不只有一个 ReLU</translation>
    </message>
    <message>
        <source>what reads them pads with zeros</source>
        <translation>读取它们的层会补零</translation>
    </message>
    <message>
        <source>a layer without biases</source>
        <translation>有一层没有偏置</translation>
    </message>
    <message>
        <source>a range is set by hand</source>
        <translation>有手动设定的范围</translation>
    </message>
    <message>
        <source>no channel is nearly always above zero</source>
        <translation>没有几乎总大于零的通道</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too</source>
        <translation>其他算子也读取或产生这些通道</translation>
    </message>
    <message>
        <source>a range is set by hand (%1)</source>
        <translation>有手动设定的范围（%1）</translation>
    </message>
    <message>
        <source>ReLU6 or another clipping activation function (%1)</source>
        <translation>ReLU6 或其他截断型激活函数（%1）</translation>
    </message>
    <message>
        <source>an activation function that does not scale with its input (%1)</source>
        <translation>激活函数不随输入缩放（%1）</translation>
    </message>
    <message>
        <source>several layers share weights (%1)</source>
        <translation>多个层共享权重（%1）</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too (%1)</source>
        <translation>其他算子也读取或产生这些通道（%1）</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Time of day, method, how long it took</extracomment>
        <translation>%1  %2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n images</source>
        <translation>
            <numerusform>%1，%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>校正权重</translation>
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
        <translation>偏置校正</translation>
    </message>
    <message>
        <source>Bias correction without images</source>
        <translation>无需图片的偏置校正</translation>
    </message>
    <message>
        <source>Round to nearest</source>
        <translation>舍入到最近值</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>均衡通道</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>吸收高偏置</translation>
    </message>
    <message>
        <source>Smooth activations</source>
        <translation>平滑激活</translation>
    </message>
    <message>
        <source>Rounds weight after weight; what is left makes up for the errors so far, by the Hessian of the inputs. Biases stay (Frantar et al. 2022)</source>
        <translation>逐个舍入权重；其余权重依据输入的 Hessian 矩阵弥补已有误差。偏置不变（Frantar et al. 2022）</translation>
    </message>
    <message>
        <source>Learns by gradient descent for every weight whether it is rounded up or down. Biases stay (Nagel et al. 2020)</source>
        <translation>通过梯度下降学习每个权重向上还是向下舍入。偏置不变（Nagel et al. 2020）</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases so that the means of the outputs stay what they are in FP32 (Nagel et al. 2019, section 4.2)</source>
        <translation>就近舍入，并调整偏置，使输出均值保持与 FP32 一致（Nagel et al. 2019，第 4.2 节）</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases by what batch normalization tells of the inputs&apos; means; needs no images (Nagel et al. 2019, section 4.2.1)</source>
        <translation>就近舍入，并根据批归一化给出的输入均值调整偏置；无需图像（Nagel et al. 2019，第 4.2.1 节）</translation>
    </message>
    <message>
        <source>Scale channels so that layers that write and read them have equal ranges; FP32 outputs stay (cross-layer equalization, Nagel et al. 2019)</source>
        <translation>缩放通道，使写入和读取它们的层具有相同的范围；FP32 输出保持不变（跨层均衡，Nagel et al. 2019）</translation>
    </message>
    <message>
        <source>Move high biases before a ReLU to the layer behind it, so that activations have smaller ranges. FP32 outputs change a little; where they would change more, biases stay. Needs equalized channels (Nagel et al. 2019, section 4.1.3)</source>
        <translation>将 ReLU 之前的高偏置移到其后的层，使激活的范围更小。FP32 输出会略有变化；若变化过大，则偏置保持不变。需要先均衡通道（Nagel et al. 2019，第 4.1.3 节）</translation>
    </message>
    <message>
        <source>Scale channels that MatMul and Gemm read so that weights take over the outliers of activations; FP32 outputs stay. In place of equalized channels (SmoothQuant, Xiao et al. 2023)</source>
        <translation>缩放 MatMul 和 Gemm 读取的通道，使权重承担激活的离群值；FP32 输出不变。将取代已均衡的通道（SmoothQuant，Xiao et al. 2023）</translation>
    </message>
    <message>
        <source>Per-channel: each index of axis %1 of the weight tensor has its own scale. Groups lie along it, at every position of the other axes (ONNX operator DequantizeLinear).</source>
        <translation>逐通道：权重张量轴 %1 的每个索引有自己的缩放因子。分组在其他轴的每个位置上沿该轴排列（ONNX 算子 DequantizeLinear）。</translation>
    </message>
    <message>
        <source>Scales are those of output channels; groups lie within these.</source>
        <translation>缩放因子属于输出通道；分组位于输出通道之内。</translation>
    </message>
    <message>
        <source>The layer&apos;s weights have no axis %1</source>
        <translation>该层的权重没有轴 %1</translation>
    </message>
    <message>
        <source>Channels are split on INT2 to INT8 with a real scale for the tensor or for each output channel</source>
        <translation>通道拆分用于 INT2 至 INT8，且整个张量或每个输出通道有一个实数缩放因子</translation>
    </message>
    <message>
        <source>Only the scales of channels and groups lie along an axis</source>
        <translation>只有逐通道和分组的缩放因子沿某个轴排列</translation>
    </message>
    <message>
        <source>W axis</source>
        <translation>权重轴</translation>
    </message>
    <message>
        <source>Axis of the weight tensor along which per-channel scales and groups lie. Outputs: the output channels, and groups within these. Layers with another axis run in floating point, since such scales are no factors of integer sums.</source>
        <translation>逐通道缩放因子和分组所沿的权重张量轴。输出通道：按输出通道，分组位于其内。使用其他轴的层以浮点运行，因为这样的缩放因子不是整数和的公因子。</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>轴 %1</translation>
    </message>
    <message>
        <source>weight axis</source>
        <translation>权重轴</translation>
    </message>
    <message>
        <source>The range holds every weight.</source>
        <translation>范围包含每一个权重。</translation>
    </message>
    <message>
        <source>The range that rounds with the least squared error; weights outside are clipped.</source>
        <translation>舍入平方误差最小的范围；范围外的权重会被截断。</translation>
    </message>
    <message>
        <source>The largest weights are left out of the range and clipped.</source>
        <translation>最大的权重不计入范围，会被截断。</translation>
    </message>
    <message>
        <source>The range was set by hand, in the inspector.</source>
        <translation>该范围是在检查器中手动设置的。</translation>
    </message>
    <message>
        <source>The calibration method of the whole model counts.</source>
        <translation>使用整个模型的校准方法。</translation>
    </message>
    <message>
        <source>There is no range that calibration finds.</source>
        <translation>没有由校准确定的范围。</translation>
    </message>
    <message>
        <source>1-bit and ternary weights, MX blocks and formats without scales have no range to choose</source>
        <translation>1 位和三值权重、MX 块以及没有缩放因子的格式没有可选的范围</translation>
    </message>
    <message>
        <source>The tensor has no range that calibration finds</source>
        <translation>该张量没有由校准确定的范围</translation>
    </message>
    <message>
        <source>W ranges</source>
        <translation>权重范围</translation>
    </message>
    <message>
        <source>A calibration</source>
        <translation>激活校准</translation>
    </message>
    <message>
        <source>How the range of each scale&apos;s weights is found: all of them, what rounds with the least squared error, or a percentile. Weights outside are clipped.</source>
        <translation>每个缩放因子的权重范围如何确定：全部权重、舍入平方误差最小者，或百分位数。范围外的权重会被截断。</translation>
    </message>
    <message>
        <source>How the range of the tensor this layer produces follows from the calibration images: as the whole model&apos;s (Calibration menu), or by a method of its own.</source>
        <translation>该层输出张量的范围如何由校准图像得出：与整个模型相同（校准菜单），或使用自己的方法。</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>同模型</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>weight ranges</source>
        <translation>权重范围</translation>
    </message>
    <message>
        <source>activation calibration</source>
        <translation>激活校准</translation>
    </message>
    <message>
        <source>Ranges of scales</source>
        <translation>缩放因子的范围</translation>
    </message>
    <message>
        <source>Output calibration</source>
        <translation>输出校准</translation>
    </message>
    <message>
        <source>Fit weights and biases to the calibration images, layer by layer: least squares, then rounding by the Hessian (Frantar et al. 2022), in formats other than plain integers to nearest</source>
        <translation>逐层将权重和偏置拟合到校准图像：先最小二乘，再按 Hessian 舍入（Frantar 等 2022），普通整数以外的格式就近舍入</translation>
    </message>
    <message numerus="yes">
        <source>corrected weights of %n layers</source>
        <translation>
            <numerusform>%n 层的修正权重</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>equalized channels of %n layers</source>
        <translation>
            <numerusform>%n 层的均衡通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pruned channels of %n layers</source>
        <translation>
            <numerusform>%n 层的剪枝通道</numerusform>
        </translation>
    </message>
    <message>
        <source>This did not fit any more and has gone: %1. Undo brings it back.</source>
        <translation>以下内容不再适用，已移除：%1。撤销可恢复。</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Kept apart, in float</source>
        <translation>单独保留，以浮点计算</translation>
    </message>
    <message>
        <source>Skipped: it stands behind no layer with weights</source>
        <translation>已跳过：它不在带权重的层之后</translation>
    </message>
    <message>
        <source>Skipped: others read the layer&apos;s output before it, too</source>
        <translation>已跳过：其前层的输出还被其他算子读取</translation>
    </message>
    <message>
        <source>Skipped: its parameters are not constant</source>
        <translation>已跳过：其参数不是常量</translation>
    </message>
    <message>
        <source>Skipped: its channels or the layer&apos;s bias have another shape</source>
        <translation>已跳过：其通道或该层偏置的形状不同</translation>
    </message>
    <message numerus="yes">
        <source>%n with batch normalization kept apart</source>
        <translation>
            <numerusform>%n 组保留了单独的批归一化</numerusform>
        </translation>
    </message>
    <message>
        <source>its batch normalization is kept apart (%1)</source>
        <translation>其批归一化被单独保留（%1）</translation>
    </message>
    <message>
        <source>batch normalization that is kept apart shifts the channels</source>
        <translation>单独保留的批归一化会平移通道</translation>
    </message>
    <message>
        <source>Fold batch normalization</source>
        <translation>折叠批归一化</translation>
    </message>
    <message>
        <source>Merge batch normalization into the weights and biases before it, as integer kernels need it; Remove keeps it apart, in float behind the weights as they are in the model. FP32 outputs stay (Jacob et al. 2018, section 3.2; Krishnamoorthi 2018)</source>
        <translation>将批归一化并入其前的权重和偏置，整数内核需要如此；“移除”则将其单独保留，以浮点运行在模型原有权重之后。FP32 输出不变（Jacob et al. 2018，第 3.2 节；Krishnamoorthi 2018）</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationPlot</name>
    <message>
        <source>Value of the output</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>Values per bin</source>
        <translation>每个区间的数值个数</translation>
    </message>
    <message>
        <source>Histogram of the layer&apos;s output with its clipping limits</source>
        <translation>层输出的直方图及其截断界限</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationSmoothing</name>
    <message>
        <source>Smooth activations</source>
        <translation>平滑激活</translation>
    </message>
    <message>
        <source>Undo smoothing</source>
        <translation>撤销平滑</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BatchNormFolding</name>
    <message numerus="yes">
        <source>Keep batch normalization of %n layers apart</source>
        <translation>
            <numerusform>单独保留 %n 层的批归一化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold batch normalization of %n layers</source>
        <translation>
            <numerusform>折叠 %n 层的批归一化</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethods</name>
    <message>
        <source>Choose the best methods</source>
        <translation>选择最佳方法</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethodsView</name>
    <message>
        <source>Best for Me</source>
        <translation>为我选择最佳方法</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>噪声信号比</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Methods that were tried</source>
        <translation>尝试过的方法</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BiasAbsorption</name>
    <message>
        <source>Undo bias absorption</source>
        <translation>取消偏置吸收</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>吸收高偏置</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BulkEditor</name>
    <message>
        <source>Weights:</source>
        <translation>权重：</translation>
    </message>
    <message>
        <source>Weight bits of the selected layers</source>
        <translation>选中层的权重位宽</translation>
    </message>
    <message>
        <source>Weight symmetry of the selected layers</source>
        <translation>选中层的权重对称性</translation>
    </message>
    <message>
        <source>Weight granularity of the selected layers</source>
        <translation>选中层的权重粒度</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>输出：</translation>
    </message>
    <message>
        <source>Activation bits of the selected layers</source>
        <translation>选中层的激活位宽</translation>
    </message>
    <message>
        <source>Activation symmetry of the selected layers</source>
        <translation>选中层的激活对称性</translation>
    </message>
    <message>
        <source>Select layers to edit them together</source>
        <translation>选择多个层可一并编辑</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Weight pruning of the selected layers</source>
        <translation>所选层的权重剪枝</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadeDialog</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>Every image runs through the cheap configuration; where its most probable class leads the second by less than a threshold, the better one answers (Park et al. 2015, Wang et al. 2018).</source>
        <translation>每张图像都经过低成本配置；若其最可能类别领先第二类别的幅度小于阈值，则由更好的配置作答（Park 等 2015，Wang 等 2018）。</translation>
    </message>
    <message>
        <source>Cheap</source>
        <translation>低成本</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>Accuracy that may be &amp;lost</source>
        <translation>允许损失的精度(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation>成本(&amp;O)</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 个百分点</translation>
    </message>
    <message>
        <source>How much less accurate than the better configuration the cascade may be on the validation images</source>
        <translation>在验证图像上，级联的精度最多可以比更好的配置低多少</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>位运算</translation>
    </message>
    <message>
        <source>Time on this machine</source>
        <translation>本机用时</translation>
    </message>
    <message>
        <source>What the cascade is to save</source>
        <translation>级联要节省什么</translation>
    </message>
    <message>
        <source>Write both models as ONNX, with a file that names them and the threshold</source>
        <translation>将两个模型写为 ONNX，并附上一个注明它们和阈值的文件</translation>
    </message>
    <message>
        <source>Running both configurations…</source>
        <translation>正在运行两个配置…</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>same class as FP32</source>
        <translation>与 FP32 同类</translation>
    </message>
    <message>
        <source>Threshold %1: %2 of the images run again. Accuracy (%3) %4; cheap alone %5, better alone %6. Mean cost %7 of the better configuration&apos;s.</source>
        <translation>阈值 %1：%2 的图像再次运行。精度（%3）%4；仅低成本 %5，仅更好 %6。平均成本为更好配置的 %7。</translation>
    </message>
    <message>
        <source>Threshold chosen on one half of the images and judged on the other: accuracy %1, %2 run again, cost %3.</source>
        <translation>阈值在一半图像上选取、在另一半上评判：精度 %1，%2 再次运行，成本 %3。</translation>
    </message>
    <message>
        <source>This costs no less than the better configuration alone: allow more loss, or take a cheaper one.</source>
        <translation>其成本并不低于仅用更好的配置：请允许更多损失，或选用成本更低的配置。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Export Cascade to Folder</source>
        <translation>将级联导出到文件夹</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Both models and %1 are written.</source>
        <translation>已写入两个模型和 %1。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadePlot</name>
    <message>
        <source>Cascade</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>Better alone</source>
        <translation>仅更好</translation>
    </message>
    <message>
        <source>Cheap alone</source>
        <translation>仅低成本</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Mean cost of an image, % of the better configuration&apos;s</source>
        <translation>每张图像的平均成本，占更好配置的 %</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>精度，%</translation>
    </message>
    <message>
        <source>Accuracy of the cascade against its mean cost</source>
        <translation>级联的精度与平均成本</translation>
    </message>
    <message>
        <source>Threshold %1: %2 run again, accuracy %3, cost %4 of the better configuration&apos;s</source>
        <translation>阈值 %1：%2 再次运行，精度 %3，成本为更好配置的 %4</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelEqualization</name>
    <message>
        <source>Undo equalization</source>
        <translation>取消均衡</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>均衡通道</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelRangesPlot</name>
    <message>
        <source>Smallest to largest weight</source>
        <translation>权重的最小值至最大值</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>统一缩放因子</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>权重值</translation>
    </message>
    <message>
        <source>Range of every channel&apos;s weights</source>
        <translation>各通道的权重范围</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>输出通道</translation>
    </message>
    <message>
        <source>Output channels, the widest first</source>
        <translation>输出通道，范围最宽的在前</translation>
    </message>
    <message>
        <source>Output channels, the noisiest first</source>
        <translation>输出通道，噪声最大的在前</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>SQNR as quantized now: %1</source>
        <translation>当前量化下的 SQNR：%1</translation>
    </message>
    <message>
        <source>Fills %1 of one scale for all: %2 bits fewer than the widest channel</source>
        <translation>占统一缩放因子范围的 %1：比最宽的通道少 %2 位</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ColorLegend</name>
    <message>
        <source>Legend of the graph&apos;s colours</source>
        <translation>计算图颜色的图例</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>命令中的词</translation>
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
        <translation>与 FP32 的一致率</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>输出 SQNR</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>模型大小</translation>
    </message>
    <message>
        <source>Weight bits on average</source>
        <translation>平均权重位宽</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>%1 的权重</translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation>激活 %1</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>fixed-point</source>
        <translation>定点</translation>
    </message>
    <message>
        <source>float</source>
        <translation>浮点</translation>
    </message>
    <message>
        <source>Multipliers</source>
        <translation>乘数</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationDocument</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin bits of %1</source>
        <translation>固定位宽：%1</translation>
    </message>
    <message>
        <source>Unpin bits of %1</source>
        <translation>取消固定位宽：%1</translation>
    </message>
    <message>
        <source>Fixed-point multipliers</source>
        <translation>定点乘数</translation>
    </message>
    <message>
        <source>Float multipliers</source>
        <translation>浮点乘数</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationHistory</name>
    <message>
        <source>Name %1</source>
        <translation>命名：%1</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>备注：%1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n configurations</source>
        <translation>
            <numerusform>移除 %n 个配置</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed, %L1 weight bits on average</source>
        <translation>混合，权重平均 %L1 位</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1，已修正</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>输出 SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>权重位宽</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>%1, pruned: %2</source>
        <translation>%1，剪枝：%2</translation>
    </message>
    <message>
        <source>%1, fixed-point</source>
        <translation>%1，定点</translation>
    </message>
    <message>
        <source>%1, split: %2</source>
        <translation>%1，拆分：%2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionModel</name>
    <message numerus="yes">
        <source>%n images: FP32 says %1, quantized %2</source>
        <translation>
            <numerusform>%n 张图像：FP32 预测为 %1，量化后预测为 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionView</name>
    <message>
        <source>Confusion matrix: FP32&apos;s answers in rows, quantized in columns</source>
        <translation>混淆矩阵：行为 FP32 的预测，列为量化后的预测</translation>
    </message>
    <message>
        <source>Rows: FP32&apos;s answer; columns: the quantized model&apos;s. A click shows the images.</source>
        <translation>行：FP32 的预测；列：量化模型的预测。单击可查看图像。</translation>
    </message>
    <message numerus="yes">
        <source>%n more classes have changed answers.</source>
        <translation>
            <numerusform>另有 %n 个类别的预测有变化。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CoursePlot</name>
    <message>
        <source>Calibration images</source>
        <translation>校准图像</translation>
    </message>
    <message numerus="yes">
        <source>%n calibration images</source>
        <translation>
            <numerusform>%n 张校准图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CourseView</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>With results</source>
        <translation>包含结果</translation>
    </message>
    <message>
        <source>Run the calibration images once and note the range that every method finds after 1, 2, 4, … and all of them</source>
        <translation>将校准图像运行一遍，记录每种方法在 1、2、4、… 张和全部图像之后得到的范围</translation>
    </message>
    <message>
        <source>Run the validation images, too, calibrated with each number of images</source>
        <translation>同时运行验证图像，分别用每种数量的图像校准</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What is shown against the number of images</source>
        <translation>相对于图像数量显示的内容</translation>
    </message>
    <message>
        <source>The range of this output, or what the whole model does</source>
        <translation>该输出的范围，或整个模型的表现</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Measured before the last edits</source>
        <translation>在最近的更改之前测量</translation>
    </message>
    <message>
        <source>Measure with results shows how many
calibration images are enough.</source>
        <translation>勾选“包含结果”后测量，可显示多少张
校准图像就足够。</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>此层的输出没有量化器。</translation>
    </message>
    <message>
        <source>Measure shows how many calibration images
the range of this output needs.</source>
        <translation>“测量”可显示该输出的范围
需要多少张校准图像。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::DimensionsDialog</name>
    <message>
        <source>Fix Dimensions</source>
        <translation>指定维度</translation>
    </message>
    <message>
        <source>The model leaves some extents of its input “%1” (%2) open. Choose those to run it with.</source>
        <translation>模型输入“%1”（%2）的部分维度未确定。请选择运行时使用的大小。</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>轴 %1</translation>
    </message>
    <message>
        <source>Axis %1 (%2)</source>
        <translation>轴 %1（%2）</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ErrorHistogramPlot</name>
    <message>
        <source>Quantized − FP32</source>
        <translation>量化后 − FP32</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>每个区间的权重个数</translation>
    </message>
    <message>
        <source>Histogram of the rounding errors of the weights</source>
        <translation>权重舍入误差的直方图</translation>
    </message>
    <message>
        <source>The weights are exact: there is no error.</source>
        <translation>权重可精确表示：没有误差。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::FeatureMapView</name>
    <message>
        <source>all channels</source>
        <translation>所有通道</translation>
    </message>
    <message>
        <source>channel </source>
        <translation>通道 </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量化后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>of the configuration before</source>
        <translation>属于之前的配置</translation>
    </message>
    <message>
        <source>SQNR %1 for %2</source>
        <translation>%2 的 SQNR：%1</translation>
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
        <translation>最优类别与标签一致的图像比例（量化后）；下方：FP32。图像运行期间，此值为对全部图像的估计。</translation>
    </message>
    <message>
        <source>≈ 100.0 %</source>
        <translation>≈ 100.0%</translation>
    </message>
    <message>
        <source>FP32 100.0 %</source>
        <translation>FP32 100.0%</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>相对 FP32</translation>
    </message>
    <message>
        <source>Top-1 less that of FP32 over the same images, in percentage points (without labels: agreement with FP32 less 100); below: less that of the configuration before. While images are running, ± is the 95 % confidence interval for all of them; without ± it is exact.</source>
        <translation>同一批图像上的 Top-1 减去 FP32 的 Top-1，单位为百分点（没有标签时：与 FP32 的一致率减 100）；下方：减去之前配置的值。图像运行期间，± 为对全部图像的 95% 置信区间；没有 ± 时为精确值。</translation>
    </message>
    <message>
        <source>−10.0 ± 10.0</source>
        <translation>−10.0 ± 10.0</translation>
    </message>
    <message>
        <source>before: −10.0 ± 10.0</source>
        <translation>之前：−10.0 ± 10.0</translation>
    </message>
    <message>
        <source>Top-5</source>
        <translation>Top-5</translation>
    </message>
    <message>
        <source>Share of images whose label is among the five best classes.</source>
        <translation>标签位于前五个类别之中的图像比例。</translation>
    </message>
    <message>
        <source>100.0 %</source>
        <translation>100.0%</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of images on which the quantized model gives the same best class as FP32, right or wrong.</source>
        <translation>量化模型与 FP32 给出相同最优类别的图像比例，无论对错。</translation>
    </message>
    <message>
        <source>with FP32</source>
        <translation>与 FP32 相比</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>输出 SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the model&apos;s output: energy of the FP32 output over energy of the difference, in decibels. Higher is better.</source>
        <translation>模型输出的信号量化噪声比：FP32 输出的能量与差值的能量之比，单位为分贝。越高越好。</translation>
    </message>
    <message>
        <source>−10.0 dB</source>
        <translation>−10.0 dB</translation>
    </message>
    <message>
        <source>against FP32</source>
        <translation>相对 FP32</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>Cosine of the angle between FP32 and quantized output, mean over images; 1 is the same direction.</source>
        <translation>FP32 输出与量化后输出之间夹角的余弦，对图像取平均；1 表示方向相同。</translation>
    </message>
    <message>
        <source>−0.0000</source>
        <translation>−0.0000</translation>
    </message>
    <message>
        <source>to FP32</source>
        <translation>与 FP32 相比</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>How far the quantized class probabilities are from the FP32 ones, in nats, mean over images; 0 is the same.</source>
        <translation>量化后的类别概率与 FP32 的类别概率相差多少，单位为 nat，对图像取平均；0 表示相同。</translation>
    </message>
    <message>
        <source>10.0000</source>
        <translation>10.0000</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nat</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>模型大小</translation>
    </message>
    <message>
        <source>Weights at their bits, scales, zero points and biases; below: size in FP32 and how many times smaller.</source>
        <translation>按各自位宽计的权重、缩放因子、零点和偏置；下方：FP32 下的大小以及缩小的倍数。</translation>
    </message>
    <message>
        <source>10.00 MB</source>
        <translation>10.00 MB</translation>
    </message>
    <message>
        <source>FP32 100 MB, 10.0×</source>
        <translation>FP32 100 MB，10.0×</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>权重位宽</translation>
    </message>
    <message>
        <source>Average over all weights that can be quantized.</source>
        <translation>对所有可量化权重取平均。</translation>
    </message>
    <message>
        <source>32.00</source>
        <translation>32.00</translation>
    </message>
    <message>
        <source>of 32</source>
        <translation>原为 32</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Validation images the figures stand for.</source>
        <translation>指标所依据的验证图像数。</translation>
    </message>
    <message>
        <source>00000</source>
        <translation>00000</translation>
    </message>
    <message>
        <source>so far of 00000</source>
        <translation>已运行，共 00000</translation>
    </message>
    <message>
        <source>Figures of the whole model</source>
        <translation>整个模型的指标</translation>
    </message>
    <message>
        <source>FP32 %1, %L2×</source>
        <translation>FP32 %1，%L2×</translation>
    </message>
    <message>
        <source>FP32 %1</source>
        <translation>FP32 %1</translation>
    </message>
    <message>
        <source>so far of %1</source>
        <translation>已运行，共 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
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
        <translation>尚未测量：请在“敏感度”面板中启动扫描</translation>
    </message>
    <message>
        <source>%1 at %2 bit</source>
        <translation>%1（%2 位）</translation>
    </message>
    <message>
        <source>%1 output SQNR</source>
        <translation>输出 SQNR %1</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Known once the configuration has been evaluated</source>
        <translation>评估此配置后即可得知</translation>
    </message>
    <message>
        <source>Not measured yet: Quantize &gt; Measure Time</source>
        <translation>尚未测量：量化 &gt; 测量时间</translation>
    </message>
    <message>
        <source>%1, before the last edit</source>
        <translation>%1，上次编辑之前</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphFinder</name>
    <message>
        <source>Find in the graph (Ctrl+F)</source>
        <translation>在计算图中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>在计算图中查找</translation>
    </message>
    <message>
        <source>Name of a layer, operator, attribute (strides=2x2) or shape of weights (32x3x3x3). Enter goes to the next match, Escape ends the search.</source>
        <translation>层的名称、算子、属性（strides=2x2）或权重形状（32x3x3x3）。按 Enter 转到下一个匹配项，按 Esc 结束查找。</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配项（Shift+F3）</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配项（F3）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphPanel</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>显示整个计算图（F）</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>所有算子</translation>
    </message>
    <message>
        <source>What the nodes are: layers with what is fused into them, or every operator of the simplified model on its own</source>
        <translation>节点的含义：层及融合到其中的算子，或简化后模型中的每个独立算子</translation>
    </message>
    <message>
        <source>Nodes of the graph</source>
        <translation>计算图的节点</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位宽</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感度</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>颜色：</translation>
    </message>
    <message>
        <source>The graph of the model appears here.

Open an ONNX model (Ctrl+O), drop one on the window, or open the sample from the File menu.</source>
        <translation>模型的计算图将显示在此处。

打开 ONNX 模型（Ctrl+O），将模型拖放到窗口上，或从“文件”菜单打开示例。</translation>
    </message>
    <message numerus="yes">
        <source>Laying out %n layers…</source>
        <translation>
            <numerusform>正在布局 %n 层…</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xpand %1</source>
        <translation>展开 %1(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Collapse %1</source>
        <translation>折叠 %1(&amp;C)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What the colours of the nodes stand for: the kind of operator, the bits of its weights, how sensitive the layer is at the lowest bits of the sweep, the noise of its output, its size, or its time in the exported model</source>
        <translation>节点颜色的含义：算子种类、权重位数、该层在扫描最低位数时的敏感度、输出噪声、大小，或在导出模型中的时间</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphView</name>
    <message>
        <source>Graph of the model</source>
        <translation>模型的计算图</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Use Its &amp;Defaults</source>
        <translation>使用其默认设置(&amp;D)</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>What the chosen hardware does not take is greyed out in the table, the menus and the rules, and a search leaves it out.</source>
        <translation>所选硬件不支持的内容在表格、菜单和规则中显示为灰色，搜索也会跳过。</translation>
    </message>
    <message>
        <source>Hardware profiles</source>
        <translation>硬件配置</translation>
    </message>
    <message>
        <source>&amp;Add Profile…</source>
        <translation>添加配置(&amp;A)…</translation>
    </message>
    <message>
        <source>Read a profile of your own: a JSON file like those that come along</source>
        <translation>读取您自己的配置：与自带配置相同格式的 JSON 文件</translation>
    </message>
    <message>
        <source>Forget a profile of your own; its file stays</source>
        <translation>忘记您自己的配置；文件保留</translation>
    </message>
    <message>
        <source>Set all layers to the bits and schemes that this hardware starts with; one step that can be undone</source>
        <translation>将所有层设为该硬件默认的位宽和方案；此步骤可撤销</translation>
    </message>
    <message>
        <source>What the hardware takes</source>
        <translation>硬件支持的内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All formats and schemes can be chosen.</source>
        <translation>可以选择所有格式和方案。</translation>
    </message>
    <message>
        <source>Add Hardware Profile</source>
        <translation>添加硬件配置</translation>
    </message>
    <message>
        <source>Hardware profiles (*.json);;All files (*)</source>
        <translation>硬件配置 (*.json);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareFacts</name>
    <message>
        <source>per tensor</source>
        <translation>每张量</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>每通道</translation>
    </message>
    <message>
        <source>per group</source>
        <translation>每组</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX 块</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>symmetric activations</source>
        <translation>对称激活</translation>
    </message>
    <message>
        <source>asymmetric activations</source>
        <translation>非对称激活</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>权重缩放因子</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>激活范围</translation>
    </message>
    <message>
        <source>calibrated or of each input</source>
        <translation>校准或按每个输入</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Zero points</source>
        <translation>零点</translation>
    </message>
    <message>
        <source>In float</source>
        <translation>保持浮点</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>along any axis</source>
        <translation>沿任意轴</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareProfiles</name>
    <message>
        <source>any hardware</source>
        <translation>任意硬件</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMap</name>
    <message>
        <source>channel %1, value %2</source>
        <translation>通道 %1，值 %2</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3</source>
        <translation>通道 %1，行 %2，列 %3</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMapPlot</name>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>没有可显示的内容。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImageListModel</name>
    <message>
        <source>Margin: by how much the score of the label (FP32&apos;s answer where labels are missing), as the model gives it, exceeds the best other one in the quantized model; below 0 the answer is another</source>
        <translation>分差：在量化模型中，标签类别（没有标签时为 FP32 的预测）的得分（按模型给出的值）超出其他类别最高得分的幅度；低于 0 表示预测为其他类别</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量化后</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImagesPanel</name>
    <message>
        <source>Filter by file or class</source>
        <translation>按文件或类别筛选</translation>
    </message>
    <message>
        <source>Filter images by file or class</source>
        <translation>按文件或类别筛选图像</translation>
    </message>
    <message>
        <source>Show all images again</source>
        <translation>重新显示所有图像</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Which class FP32 and the quantized model answer how often</source>
        <translation>FP32 和量化模型各类预测的次数</translation>
    </message>
    <message>
        <source>How to show the images</source>
        <translation>图像的显示方式</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>所有图像</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Right in FP32, wrong now</source>
        <translation>FP32 正确，现在错误</translation>
    </message>
    <message>
        <source>Wrong in FP32, right now</source>
        <translation>FP32 错误，现在正确</translation>
    </message>
    <message>
        <source>Wrong now</source>
        <translation>现在错误</translation>
    </message>
    <message>
        <source>Which images to show</source>
        <translation>要显示的图像</translation>
    </message>
    <message>
        <source>Which images to show; a click on Margin sorts by how narrowly the answer was given</source>
        <translation>要显示的图像；单击“分差”可按预测的勉强程度排序</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
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
        <translation>量化后</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Show layer by layer how this image&apos;s values drift away from FP32</source>
        <translation>逐层显示此图像的数值如何偏离 FP32</translation>
    </message>
    <message>
        <source>Validation images and what the model says about them appear here.

Open a folder with File › Open Images…, or drop one on the window.</source>
        <translation>验证图像及模型对它们的预测将显示在此处。

通过“文件 › 打开图像…”打开文件夹，或将文件夹拖放到窗口上。</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%2 张中有 %1 张有变化</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>%1 (not one of the validation images), output SQNR %2</source>
        <translation>%1（不属于验证图像），输出 SQNR %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::InspectorPanel</name>
    <message>
        <source>This is the input of the model. Select a layer.</source>
        <translation>这是模型的输入。请选择一个层。</translation>
    </message>
    <message>
        <source>Select an image in the tab Images to see what this layer makes of it.</source>
        <translation>在“图像”标签页中选择一张图像，查看此层对它的处理结果。</translation>
    </message>
    <message>
        <source>Clip the output of %1 to %2 … %3</source>
        <translation>将 %1 的输出截断到 %2 … %3</translation>
    </message>
    <message>
        <source>Select a layer in the graph or in the table to see its weights.</source>
        <translation>在计算图或表格中选择一个层以查看其权重。</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>设置 %2 的%1：%3</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerClipboard</name>
    <message>
        <source>the clipboard holds no settings of a layer; copy a row of the table first (Ctrl+C)</source>
        <translation>剪贴板中没有层的设置；请先复制表格中的一行（Ctrl+C）</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerPanel</name>
    <message>
        <source>Filter by layer or operator</source>
        <translation>按层或算子筛选</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>选择要显示的列</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Bits that this hardware does not take are greyed out in the table, in the menus and below the table</source>
        <translation>此硬件不支持的位宽在表格、菜单和表格下方显示为灰色</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>硬件</translation>
    </message>
    <message>
        <source>Layers and their quantization appear here once a model is open.</source>
        <translation>打开模型后，各层及其量化设置将显示在此处。</translation>
    </message>
    <message numerus="yes">
        <source>Paste settings to %n layers</source>
        <translation>
            <numerusform>将设置粘贴到 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy Settings</source>
        <translation>复制设置(&amp;C)</translation>
    </message>
    <message>
        <source>Pas&amp;te Settings</source>
        <translation>粘贴设置(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n 层不符</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the layers whose settings this hardware does not take:</source>
        <translation>选择其设置不被该硬件支持的层：</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerTableModel</name>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>就近</translation>
    </message>
    <message>
        <source>Measured before the last edit; the new figure is on its way.</source>
        <translation>在上次编辑之前测得；新的指标即将给出。</translation>
    </message>
    <message>
        <source>Pinned: a search for mixed precision keeps these bits.</source>
        <translation>已固定：混合精度搜索会保持此位宽。</translation>
    </message>
    <message>
        <source>%1 has nothing of that kind to quantize</source>
        <translation>%1 没有这类可量化的内容</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>设置 %2 的%1：%3</translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n layers to %2</source>
        <translation>
            <numerusform>设置 %n 层的%1：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>none of the layers has such settings</source>
        <translation>这些层都没有此类设置</translation>
    </message>
    <message>
        <source>Measured before the last edit; Quantize &gt; Measure Time measures it again.</source>
        <translation>在上次编辑之前测得；“量化 &gt; 测量时间”可重新测量。</translation>
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
        <translation>就近，已校正偏置</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored with a bit a weight that says which.</source>
        <translation>保留 %1% 的权重，存储时每个权重用一位标明是否保留。</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, each stored with its place in its run.</source>
        <translation>保留 %1% 的权重，每个与其在组中的位置一起存储。</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored densely: that is smallest here.</source>
        <translation>保留 %1% 的权重，以稠密方式存储：此处这样最小。</translation>
    </message>
    <message>
        <source>nearest, split</source>
        <translation>就近，已拆分</translation>
    </message>
    <message numerus="yes">
        <source>%n input channels added.</source>
        <translation>
            <numerusform>增加了 %n 个输入通道。</numerusform>
        </translation>
    </message>
    <message>
        <source>nearest, bias corrected without images</source>
        <translation>就近，已无图像校正偏置</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerViews</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Rounding errors</source>
        <translation>舍入误差</translation>
    </message>
    <message>
        <source>Range per channel</source>
        <translation>各通道范围</translation>
    </message>
    <message>
        <source>Weight map</source>
        <translation>权重图</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>输出范围</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Histogram of the weights in FP32 and quantized</source>
        <translation>FP32 权重与量化后权重的直方图</translation>
    </message>
    <message>
        <source>Histogram of what rounding did to the weights</source>
        <translation>舍入对权重所造成误差的直方图</translation>
    </message>
    <message>
        <source>From the smallest to the largest weight of every output channel</source>
        <translation>每个输出通道从最小权重到最大权重的范围</translation>
    </message>
    <message>
        <source>The weights as a picture</source>
        <translation>以图片形式显示权重</translation>
    </message>
    <message>
        <source>Values of the output in calibration; drag the limits to clip</source>
        <translation>校准时的输出值；拖动界限以截断</translation>
    </message>
    <message>
        <source>The layer&apos;s output for the selected image</source>
        <translation>选中图像在此层的输出</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>What to show of the layer</source>
        <translation>要显示的层内容</translation>
    </message>
    <message>
        <source>Counts on a logarithmic axis, so that few values are seen, too</source>
        <translation>计数采用对数轴，使少量的值也可见</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>widest first</source>
        <translation>最宽优先</translation>
    </message>
    <message>
        <source>noisiest first</source>
        <translation>噪声最大优先</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>通道的顺序</translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation>此层没有权重。</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>此层的输出没有量化器。</translation>
    </message>
    <message>
        <source>The output&apos;s values are known after calibration.</source>
        <translation>校准后才能得知输出值。</translation>
    </message>
    <message>
        <source>This layer&apos;s output has no calibrated integer grid.</source>
        <translation>该层的输出没有校准的整数网格。</translation>
    </message>
    <message>
        <source>Number of calibration images</source>
        <translation>校准图像数量</translation>
    </message>
    <message>
        <source>How the output&apos;s range changes with the number of calibration images</source>
        <translation>输出的范围如何随校准图像数量变化</translation>
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
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感度</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Selected Layer</source>
        <translation>选中的层</translation>
    </message>
    <message>
        <source>Noise per Layer</source>
        <translation>各层噪声</translation>
    </message>
    <message>
        <source>Measuring the noise of the outputs…</source>
        <translation>正在测量输出的噪声…</translation>
    </message>
    <message>
        <source>No images are known for this model. Open a folder of images (Ctrl+I) to see what quantization does to its answers.</source>
        <translation>此模型还没有图像。请打开图像文件夹（Ctrl+I），查看量化对预测的影响。</translation>
    </message>
    <message>
        <source>Stopped: the figures are incomplete. F5 evaluates again.</source>
        <translation>已停止：指标不完整。按 F5 重新评估。</translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs, opset %4</source>
        <translation>%1：%2 个参数，%3 MACs，opset %4</translation>
    </message>
    <message>
        <source>The sample was not found: samples/road-signs is neither beside the program nor where it was built.</source>
        <translation>未找到示例：samples/road-signs 既不在程序旁边，也不在构建目录中。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an ONNX model</source>
        <translation>打开 ONNX 模型</translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation>打开图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Choose validation and calibration images</source>
        <translation>选择验证图像和校准图像</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>打开示例(&amp;M)</translation>
    </message>
    <message>
        <source>Open the bundled road-sign model with its images</source>
        <translation>打开自带的路标模型及其图像</translation>
    </message>
    <message>
        <source>Tr&amp;y Picture…</source>
        <translation>试用图片(&amp;Y)…</translation>
    </message>
    <message>
        <source>Run any picture through FP32 and the quantized model</source>
        <translation>用 FP32 模型和量化模型运行任意图片</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Load Configuration…</source>
        <translation>加载配置(&amp;L)…</translation>
    </message>
    <message>
        <source>Read the bits and schemes of all layers from a JSON file</source>
        <translation>从 JSON 文件读取所有层的位宽和方案</translation>
    </message>
    <message>
        <source>Save &amp;Configuration…</source>
        <translation>保存配置(&amp;C)…</translation>
    </message>
    <message>
        <source>Write the bits and schemes of all layers to a JSON file</source>
        <translation>将所有层的位宽和方案写入 JSON 文件</translation>
    </message>
    <message>
        <source>E&amp;xport QDQ ONNX…</source>
        <translation>导出 QDQ ONNX(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the model with QuantizeLinear/DequantizeLinear pairs, for ONNX Runtime and OpenVINO</source>
        <translation>以 QuantizeLinear/DequantizeLinear 对的形式写出模型，供 ONNX Runtime 和 OpenVINO 使用</translation>
    </message>
    <message>
        <source>Save Re&amp;port…</source>
        <translation>保存报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Write figures, plots and changed images as a web page, PDF or JSON</source>
        <translation>将指标、图表和有变化的图像写为网页、PDF 或 JSON</translation>
    </message>
    <message>
        <source>Export Configurations &amp;Tried…</source>
        <translation>导出已尝试的配置(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the configurations tried and their figures as CSV</source>
        <translation>将已尝试的配置及其指标写为 CSV</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Find Layer…</source>
        <translation>查找层(&amp;F)…</translation>
    </message>
    <message>
        <source>Find layers by name, operator, attribute or weight shape</source>
        <translation>按名称、算子、属性或权重形状查找层</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Select the next match</source>
        <translation>选择下一个匹配项</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Select the previous match</source>
        <translation>选择上一个匹配项</translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation>量化(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Whole Model</source>
        <translation>整个模型(&amp;W)</translation>
    </message>
    <message>
        <source>FP32 (not quantized)</source>
        <translation>FP32（不量化）</translation>
    </message>
    <message>
        <source>Weights %1, activations %2, in all layers</source>
        <translation>所有层：权重 %1，激活 %2</translation>
    </message>
    <message>
        <source>&amp;Set All Layers…</source>
        <translation>设置所有层(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose bits, schemes and calibration for all layers</source>
        <translation>为所有层选择位宽、方案和校准</translation>
    </message>
    <message>
        <source>&amp;Calibration</source>
        <translation>校准(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Evaluate Now</source>
        <translation>立即评估(&amp;E)</translation>
    </message>
    <message>
        <source>Run the validation images through the configuration</source>
        <translation>用当前配置运行验证图像</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>停止正在运行的任务</translation>
    </message>
    <message>
        <source>Whole Model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>Give all layers the same bits</source>
        <translation>为所有层设置相同的位宽</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>How the ranges of the activations are chosen</source>
        <translation>激活范围的确定方式</translation>
    </message>
    <message>
        <source>Search &amp;Mixed Precision…</source>
        <translation>搜索混合精度(&amp;M)…</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within a budget</source>
        <translation>在预算内寻找每层的最优位宽</translation>
    </message>
    <message>
        <source>Set &amp;Percentile…</source>
        <translation>设置百分位数(&amp;P)…</translation>
    </message>
    <message>
        <source>Share of the values the percentile method keeps</source>
        <translation>百分位数方法保留的值的比例</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <source>Percentile of the values to keep, 50 to 100</source>
        <translation>要保留的值的百分位数，50 到 100</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Selected Layer</source>
        <translation>选中的层(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit Graph</source>
        <translation>计算图适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>显示整个计算图</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>将所有面板恢复到初始位置</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a command of the menus by words of its name</source>
        <translation>按名称中的词查找菜单命令</translation>
    </message>
    <message>
        <source>&amp;About Quantoscope</source>
        <translation>关于 Quantoscope(&amp;A)</translation>
    </message>
    <message>
        <source>About Quantoscope</source>
        <translation>关于 Quantoscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;An instrument for neural-network quantization: turn any layer&apos;s bits, scheme and range, and see what it does to accuracy, to size and to the images.&lt;/p&gt;&lt;p&gt;Licensed under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;神经网络量化的分析工具：调整任意层的位宽、方案和范围，查看其对准确率、大小和图像的影响。&lt;/p&gt;&lt;p&gt;依据 GNU 通用公共许可证第 3 版或更高版本授权。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>Correct Wei&amp;ghts</source>
        <translation>修正权重(&amp;G)</translation>
    </message>
    <message>
        <source>Round to &amp;Nearest</source>
        <translation>就近舍入(&amp;N)</translation>
    </message>
    <message>
        <source>Drop corrected weights and biases of all layers</source>
        <translation>丢弃所有层的修正权重和偏置</translation>
    </message>
    <message numerus="yes">
        <source>%n layers corrected</source>
        <translation>
            <numerusform>已修正 %n 层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n layers stay rounded to nearest</source>
        <translation>
            <numerusform>%1；%n 层仍为就近舍入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Calibration images: %2, time: %3. Undo goes back.</source>
        <translation>%1。校准图像：%2，用时：%3。可通过“撤销”还原。</translation>
    </message>
    <message>
        <source>Open Model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx);;All files (*)</source>
        <translation>ONNX 模型 (*.onnx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Load Configuration</source>
        <translation>加载配置</translation>
    </message>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation>配置 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save Configuration</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>Export QDQ ONNX</source>
        <translation>导出 QDQ ONNX</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX 模型 (*.onnx)</translation>
    </message>
    <message>
        <source>Export Configurations Tried</source>
        <translation>导出已尝试的配置</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;JSON (*.json)</source>
        <translation>网页 (*.html);;PDF (*.pdf);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Try Picture</source>
        <translation>试用图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a model and its images first: they say how a picture is prepared.</source>
        <translation>请先打开模型及其图像：图片的预处理方式由它们决定。</translation>
    </message>
    <message>
        <source>These images will be used with the next model you open.</source>
        <translation>这些图像将用于下一个打开的模型。</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>尚未打开过任何文件</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>All &amp;Operators in the Graph</source>
        <translation>计算图显示所有算子(&amp;O)</translation>
    </message>
    <message>
        <source>Show every operator as a node of its own instead of fused layers</source>
        <translation>将每个算子显示为独立节点，而不是融合后的层</translation>
    </message>
    <message>
        <source>&amp;Collapse Blocks of the Graph</source>
        <translation>折叠计算图的块(&amp;C)</translation>
    </message>
    <message>
        <source>Draw nodes whose names share a part before a slash as one; a double click on a block opens it</source>
        <translation>将名称在斜杠前有相同部分的节点合并为一个绘制；双击块可将其展开</translation>
    </message>
    <message>
        <source>&amp;Expand Blocks of the Graph</source>
        <translation>展开计算图的块(&amp;E)</translation>
    </message>
    <message>
        <source>Draw every node of the graph on its own</source>
        <translation>单独绘制计算图的每个节点</translation>
    </message>
    <message>
        <source>&amp;Map of the Graph</source>
        <translation>计算图缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole graph small in a corner while only a part is seen</source>
        <translation>仅显示局部时，在角落显示整个计算图的缩略图</translation>
    </message>
    <message>
        <source>%1 carries no quantizer, so it has no row in the table</source>
        <translation>%1 没有量化器，因此在表格中没有对应的行</translation>
    </message>
    <message>
        <source>Save &amp;Graph…</source>
        <translation>保存计算图(&amp;G)…</translation>
    </message>
    <message>
        <source>Write the graph as it is drawn, as SVG or PNG</source>
        <translation>将计算图按当前绘制的样子写为 SVG 或 PNG</translation>
    </message>
    <message>
        <source>Save Graph</source>
        <translation>保存计算图</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Ru&amp;les…</source>
        <translation>规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Set bits and schemes of all layers of a kind</source>
        <translation>设置某一类层的位宽和方案</translation>
    </message>
    <message>
        <source>Appl&amp;y Rules</source>
        <translation>应用规则(&amp;Y)</translation>
    </message>
    <message>
        <source>Apply all rules that are checked to this model</source>
        <translation>将所有已勾选的规则应用到此模型</translation>
    </message>
    <message>
        <source>Quantoscope sessions (*%1)</source>
        <translation>Quantoscope 会话 (*%1)</translation>
    </message>
    <message>
        <source>&amp;New Session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>Close the model and begin anew</source>
        <translation>关闭模型并重新开始</translation>
    </message>
    <message>
        <source>Open S&amp;ession…</source>
        <translation>打开会话(&amp;D)…</translation>
    </message>
    <message>
        <source>Go on with saved work: model, images, settings, what was tried</source>
        <translation>继续已保存的工作：模型、图像、设置和已尝试的配置</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Save model, images, settings and what was tried to one file</source>
        <translation>将模型、图像、设置和已尝试的配置保存到一个文件</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the session to another file</source>
        <translation>将会话保存到其他文件</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1[*] — Quantoscope</source>
        <translation>%1[*] — Quantoscope</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有未保存的更改。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Quantoscope ended unexpectedly while %1 had changes that were not saved.</source>
        <translation>Quantoscope 意外退出，当时 %1 有未保存的更改。</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>窗口导览(&amp;T)</translation>
    </message>
    <message>
        <source>What is where, in five steps</source>
        <translation>分五步了解各部分的位置</translation>
    </message>
    <message>
        <source>Turn a layer&apos;s bits</source>
        <translation>调整层的位宽</translation>
    </message>
    <message>
        <source>Every row is a layer. Click on bits and turn the wheel, or press + and −; select several rows to set them together. The same works in the graph by right-click.</source>
        <translation>每一行是一个层。单击位宽并滚动滚轮，或按 + 和 −；选择多行可一并设置。在计算图中右键单击也可进行同样的操作。</translation>
    </message>
    <message>
        <source>See what it does at once</source>
        <translation>立即查看效果</translation>
    </message>
    <message>
        <source>A first estimate stands here within a tenth of a second; the exact figures over all images follow. Ctrl+Z takes any step back.</source>
        <translation>十分之一秒内此处会显示初步估计，随后给出全部图像的精确指标。Ctrl+Z 可撤销任何一步。</translation>
    </message>
    <message>
        <source>Look into a layer</source>
        <translation>深入查看层</translation>
    </message>
    <message>
        <source>Histograms, ranges per channel, the clipping limits to drag, weights and feature maps of the selected layer (Alt+1 to Alt+6).</source>
        <translation>选中层的直方图、各通道范围、可拖动的截断界限、权重和特征图（Alt+1 到 Alt+6）。</translation>
    </message>
    <message>
        <source>Compare what you tried</source>
        <translation>比较已尝试的配置</translation>
    </message>
    <message>
        <source>Every configuration is a point here. Click on one to restore it; the tab Configurations names and compares them.</source>
        <translation>每个配置在此处是一个点。单击可恢复该配置；“配置”标签页可对配置命名和比较。</translation>
    </message>
    <message>
        <source>Search, correct, export</source>
        <translation>搜索、修正、导出</translation>
    </message>
    <message>
        <source>Quantize has searches for mixed precision and corrected weights for low bits; Export writes the model for ONNX Runtime and OpenVINO. Ctrl+Shift+P finds any command.</source>
        <translation>“量化”菜单提供混合精度搜索，以及用于低位宽的权重修正；“导出”可写出供 ONNX Runtime 和 OpenVINO 使用的模型。Ctrl+Shift+P 可查找任何命令。</translation>
    </message>
    <message>
        <source>Accuracy against Cost</source>
        <translation>准确率与代价</translation>
    </message>
    <message numerus="yes">
        <source>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n runs)</source>
        <translation>
            <numerusform>一张图像 FP32 需要 %1，量化后需要 %2（OpenVINO 内核，%n 次运行的中位数）</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure T&amp;ime</source>
        <translation>测量时间(&amp;I)</translation>
    </message>
    <message>
        <source>Measure how long one image takes in FP32 and in the exported model, layer by layer</source>
        <translation>逐层测量一张图像在 FP32 和导出模型中所需的时间</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Equalize C&amp;hannels</source>
        <translation>均衡通道(&amp;H)</translation>
    </message>
    <message>
        <source>Correct by &amp;Other Methods</source>
        <translation>用其他方法修正(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;GPTQ</source>
        <translation>GPTQ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;AdaRound</source>
        <translation>AdaRound(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Bias Correction</source>
        <translation>偏置校正(&amp;B)</translation>
    </message>
    <message>
        <source>Absor&amp;b High Biases</source>
        <translation>吸收高偏置(&amp;B)</translation>
    </message>
    <message>
        <source>Best fo&amp;r Me…</source>
        <translation>为我选择最佳方法(&amp;L)…</translation>
    </message>
    <message>
        <source>Try calibration and post-training methods on this model for as long as you allow, and keep what brings it nearer to FP32; bits stay</source>
        <translation>在允许的时间内对此模型尝试各种校准和训练后方法，保留使其更接近 FP32 的方法；位宽不变</translation>
    </message>
    <message>
        <source>Best for Me</source>
        <translation>为我选择最佳方法</translation>
    </message>
    <message>
        <source>It may take so many seconds:</source>
        <translation>允许花费的秒数：</translation>
    </message>
    <message>
        <source>The configuration was edited while methods were tried on it; it stays as it is.</source>
        <translation>尝试方法期间配置已被编辑；配置保持不变。</translation>
    </message>
    <message>
        <source>&amp;Number of Images</source>
        <translation>图像数量(&amp;N)</translation>
    </message>
    <message>
        <source>Measure how ranges and the result change with the number of calibration images</source>
        <translation>测量范围和结果如何随校准图像数量变化</translation>
    </message>
    <message>
        <source>Casca&amp;de…</source>
        <translation>级联(&amp;D)…</translation>
    </message>
    <message>
        <source>Run a cheap configuration, and a better one where the cheap one is unsure: two of those tried (Park et al. 2015, Wang et al. 2018)</source>
        <translation>先运行低成本配置，在其不确定时再运行更好的配置：从已尝试的配置中选两个（Park 等 2015，Wang 等 2018）</translation>
    </message>
    <message>
        <source>Select two configurations here, then choose Cascade.</source>
        <translation>请在此选择两个配置，然后选择“级联”。</translation>
    </message>
    <message numerus="yes">
        <source>Calibration uses %n images</source>
        <translation>
            <numerusform>校准使用 %n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of each of %n classes</source>
        <translation>
            <numerusform>%1：%n 个类别各 %2 张</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fixed-Point Multipliers</source>
        <translation>定点乘数(&amp;F)</translation>
    </message>
    <message>
        <source>Take integer sums to the next grid by an int32 multiplier and a shift, as hardware without floating point does, and tell what that changes (Jacob et al. 2018)</source>
        <translation>像没有浮点运算的硬件那样，用 int32 乘数和移位将整数累加和换算到下一量化网格，并显示其影响（Jacob et al. 2018）</translation>
    </message>
    <message>
        <source>%1 of %2 predictions change</source>
        <translation>%2 个预测中有 %1 个改变</translation>
    </message>
    <message>
        <source>top-1 %1 points</source>
        <translation>Top-1 %1 个百分点</translation>
    </message>
    <message>
        <source>output SQNR %1 instead of %2</source>
        <translation>输出 SQNR 为 %1，而非 %2</translation>
    </message>
    <message>
        <source>Fixed-point in place of float multipliers, in layers with %1 of the MACs: %2.</source>
        <translation>以定点乘数代替浮点乘数（所涉及的层占 MACs 的 %1）：%2。</translation>
    </message>
    <message>
        <source>Sweep &amp;Pruning</source>
        <translation>扫描剪枝(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%n shares of pruned weights measured; they are in Accuracy against Cost.</source>
        <translation>
            <numerusform>已测量 %n 个剪枝比例；见“准确率与代价”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hardw&amp;are…</source>
        <translation>硬件(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose the device to quantize for, see what it takes, start with its defaults or add a profile of your own</source>
        <translation>选择量化的目标设备，查看其支持的内容，使用其默认设置或添加自己的配置</translation>
    </message>
    <message>
        <source>Bias Correction without &amp;Images</source>
        <translation>无图像偏置校正(&amp;I)</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights. Bias Correction measures them on the calibration images.</source>
        <translation>此模型没有可提供均值的批归一化：导出时已将其并入权重。“偏置校正”会在校准图像上测量均值。</translation>
    </message>
    <message numerus="yes">
        <source>%1; the means of what %n layers read are not known (%2)</source>
        <translation>
            <numerusform>%1；%n 层的输入均值未知（%2）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. No images were needed. Undo goes back.</source>
        <translation>%1。无需图像。可通过“撤销”还原。</translation>
    </message>
    <message>
        <source>Smooth Acti&amp;vations…</source>
        <translation>平滑激活(&amp;V)…</translation>
    </message>
    <message>
        <source>Smooth Activations</source>
        <translation>平滑激活</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1):</source>
        <translation>权重承担的程度（alpha，0 到 1）：</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>batch normalization folded, kept apart</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>Batch normalization of %n layers is folded</source>
        <translation>
            <numerusform>%n 层的批归一化已折叠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that of %n layers is kept apart</source>
        <translation>
            <numerusform>%n 层的批归一化单独保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Prune all layers by growing shares at their bits (weights of least magnitude, Han et al. 2015) and measure each; the points appear in Accuracy against Cost. Where weights are corrected, each is corrected, too. Edits go on meanwhile; choosing this again stops it</source>
        <translation>在各层当前位宽下按逐渐增大的比例剪枝所有层（绝对值最小的权重，Han 等，2015）并逐一测量；结果点显示在“准确率与代价”中。若权重已修正，则每个比例也会修正。期间可继续编辑；再次选择此项将停止</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodOutcomeModel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量项</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing to do: no bias, or one bit a weight</source>
        <translation>无事可做：没有偏置，或每个权重只有一位</translation>
    </message>
    <message>
        <source>Split channels stay rounded to nearest</source>
        <translation>拆分的通道保持舍入到最近值</translation>
    </message>
    <message>
        <source>The means of what it reads are not known</source>
        <translation>其输入的均值未知</translation>
    </message>
    <message>
        <source>Layers of its kind cannot be corrected</source>
        <translation>此类层无法校正</translation>
    </message>
    <message>
        <source>Squared error of the outputs</source>
        <translation>输出的平方误差</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Ranges of the channels, largest over least</source>
        <translation>通道范围，最大比最小</translation>
    </message>
    <message>
        <source>SQNR of the weights, rounded to nearest</source>
        <translation>权重的 SQNR，舍入到最近值</translation>
    </message>
    <message>
        <source>Ranges of the activations&apos; channels, largest over least</source>
        <translation>激活通道的范围，最大比最小</translation>
    </message>
    <message>
        <source>Largest bias moved</source>
        <translation>移动的最大偏置</translation>
    </message>
    <message>
        <source>Not kept: FP32 outputs would change too much</source>
        <translation>未保留：FP32 输出会变化过大</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n 个通道</numerusform>
        </translation>
    </message>
    <message>
        <source>Squared error of the outputs&apos; means</source>
        <translation>输出均值的平方误差</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>单独保留</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodsPanel</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Layers that it works on</source>
        <translation>作用的层</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Selected layers</source>
        <translation>选中的层</translation>
    </message>
    <message>
        <source>Layers that are not selected stay as they are. Channels are scaled only where selected layers alone write and read them</source>
        <translation>未选中的层保持不变。仅当通道只由选中的层写入和读取时才会缩放</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1)</source>
        <translation>权重承担的比例（alpha，0 到 1）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Methods that ran</source>
        <translation>已运行的方法</translation>
    </message>
    <message>
        <source>What each did, layer by layer</source>
        <translation>各方法逐层做了什么</translation>
    </message>
    <message>
        <source>What the method did to each layer</source>
        <translation>该方法对每层做了什么</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Select layers with weights, in the table or the graph.</source>
        <translation>请在表格或图中选择有权重的层。</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights.</source>
        <translation>此模型没有可用来取均值的批归一化：导出器已将其折叠进权重。</translation>
    </message>
    <message>
        <source>Activations are calibrated on images: open some first.</source>
        <translation>激活需用图片校准：请先打开一些图片。</translation>
    </message>
    <message>
        <source>Equalize channels first.</source>
        <translation>请先均衡通道。</translation>
    </message>
    <message>
        <source>This needs images to calibrate on: open some first.</source>
        <translation>这需要用于校准的图片：请先打开一些。</translation>
    </message>
    <message numerus="yes">
        <source>Selected layers (%n)</source>
        <translation>
            <numerusform>选中的层（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Round these layers to nearest again</source>
        <translation>将这些层恢复为舍入到最近值</translation>
    </message>
    <message>
        <source>Leave channels and biases of these layers as they are in the model</source>
        <translation>使这些层的通道和偏置保持模型中的原样</translation>
    </message>
    <message>
        <source>No method has run yet. What each did appears here, layer by layer, with the figures before and after.</source>
        <translation>尚未运行任何方法。各方法逐层的效果会显示在此，并附前后的数值。</translation>
    </message>
    <message>
        <source>No layer has weights to correct: all are FP32, or have split channels.</source>
        <translation>没有可校正权重的层：全部为 FP32，或含拆分通道。</translation>
    </message>
    <message>
        <source>This model has no batch normalization, or its exporter has folded it into the weights.</source>
        <translation>此模型没有批归一化，或导出时已将其并入权重。</translation>
    </message>
    <message>
        <source>Keep the batch normalization of these layers apart, in float</source>
        <translation>单独保留这些层的批归一化，以浮点计算</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MiniMap</name>
    <message>
        <source>Map of the graph</source>
        <translation>计算图缩略图</translation>
    </message>
    <message>
        <source>The whole graph; click or drag to go to a part of it</source>
        <translation>整个计算图；单击或拖动可转到其中的某一部分</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePanel</name>
    <message>
        <source>Own Noise</source>
        <translation>自身噪声</translation>
    </message>
    <message>
        <source>Measure what every layer adds by itself, its inputs in FP32; the rest of its noise it inherits</source>
        <translation>测量每层在输入为 FP32 时自身引入的噪声；其余噪声继承自前面的层</translation>
    </message>
    <message>
        <source>The noise of every layer appears here after an evaluation.</source>
        <translation>评估之后，各层的噪声将显示在此处。</translation>
    </message>
    <message numerus="yes">
        <source>On %n images</source>
        <translation>
            <numerusform>基于 %n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outputs measured on %n images</source>
        <translation>
            <numerusform>已在 %n 张图像上测量输出</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePlot</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Its own noise</source>
        <translation>自身噪声</translation>
    </message>
    <message>
        <source>Layer, in graph order</source>
        <translation>层，按计算图顺序</translation>
    </message>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>Noise of every layer</source>
        <translation>各层噪声</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>输出：%1</translation>
    </message>
    <message>
        <source>of its own: %1, inherited: %2</source>
        <translation>自身：%1，继承：%2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OpenImagesDialog</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>验证图像</translation>
    </message>
    <message>
        <source>folder, flat or one sub-folder per class</source>
        <translation>文件夹，平铺或每个类别一个子文件夹</translation>
    </message>
    <message>
        <source>Labels file</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>found beside the images when left empty</source>
        <translation>留空时使用图像旁的标签文件</translation>
    </message>
    <message>
        <source>Labels (*.csv *.txt);;All files (*)</source>
        <translation>标签 (*.csv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>classes.txt beside the images when left empty</source>
        <translation>留空时使用图像旁的 classes.txt</translation>
    </message>
    <message>
        <source>Class names (*.txt);;All files (*)</source>
        <translation>类别名称 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Calibration images</source>
        <translation>校准图像</translation>
    </message>
    <message>
        <source>As the model&apos;s own file says (MODEL.preprocess.json), else torchvision</source>
        <translation>按模型自带的文件（MODEL.preprocess.json），否则为 torchvision</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>&amp;Validation images</source>
        <translation>验证图像(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Labels file</source>
        <translation>标签文件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Class names</source>
        <translation>类别名称(&amp;C)</translation>
    </message>
    <message>
        <source>Use &amp;at most</source>
        <translation>最多使用(&amp;A)</translation>
    </message>
    <message>
        <source>Cali&amp;bration images</source>
        <translation>校准图像(&amp;B)</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <translation>最多使用(&amp;M)</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Calibration runs these through FP32 to find the range of every activation; keep them apart from the validation images.</source>
        <translation>校准时用 FP32 模型运行这些图像，以确定每个激活的范围；请勿与验证图像重复。</translation>
    </message>
    <message>
        <source>some validation images when left empty</source>
        <translation>留空时使用部分验证图像</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>最前面的</translation>
    </message>
    <message>
        <source>In the order of their names</source>
        <translation>按名称顺序</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>The same seed draws the same images again</source>
        <translation>相同的种子会再次抽取相同的图像</translation>
    </message>
    <message>
        <source>the same number of every class</source>
        <translation>每个类别数量相同</translation>
    </message>
    <message>
        <source>Drawn at random within each class; needs the label of every image</source>
        <translation>在每个类别内随机抽取；需要每张图像的标签</translation>
    </message>
    <message>
        <source>Which calibration images</source>
        <translation>使用哪些校准图像</translation>
    </message>
    <message>
        <source>Which images of the folder calibration uses</source>
        <translation>校准使用文件夹中的哪些图像</translation>
    </message>
    <message>
        <source>Another seed draws other images</source>
        <translation>不同的种子会抽取不同的图像</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OutputRangeView</name>
    <message>
        <source>Lower clipping limit</source>
        <translation>截断下限</translation>
    </message>
    <message>
        <source>Upper clipping limit</source>
        <translation>截断上限</translation>
    </message>
    <message>
        <source>%1 clipped, about %2</source>
        <translation>截断 %1，约 %2</translation>
    </message>
    <message>
        <source>Share of the calibration values outside the limits, and the SQNR of quantizing these values alone, from their histogram.</source>
        <translation>界限之外的校准值所占比例，以及仅量化这些值时的 SQNR，均由其直方图得出。</translation>
    </message>
    <message>
        <source>How calibration finds the limits</source>
        <translation>校准如何确定界限</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>浏览：%1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PictureView</name>
    <message>
        <source>Selected image</source>
        <translation>选中的图像</translation>
    </message>
    <message>
        <source>the image cannot be read</source>
        <translation>无法读取图像</translation>
    </message>
    <message>
        <source>No image selected</source>
        <translation>未选择图像</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PredictionBars</name>
    <message>
        <source>Probability of the five best classes. A tick marks the label.</source>
        <translation>概率最高的五个类别。对勾标出标签类别。</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>尚无结果</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PreprocessEditor</name>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Width of the model&apos;s input</source>
        <translation>模型输入的宽度</translation>
    </message>
    <message>
        <source>Height of the model&apos;s input</source>
        <translation>模型输入的高度</translation>
    </message>
    <message>
        <source>The shorter side before the centre is cropped</source>
        <translation>中心裁剪前的短边长度</translation>
    </message>
    <message>
        <source>Grey value of the border</source>
        <translation>边框的灰度值</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>short side</source>
        <translation>短边</translation>
    </message>
    <message>
        <source>border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Subtracted from the 0..255 values, in the order of the channels</source>
        <translation>从 0..255 的值中减去，按通道顺序</translation>
    </message>
    <message>
        <source>The values are divided by it after the mean is subtracted</source>
        <translation>减去均值后，再除以该值</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>加载…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Read the fields from a JSON file</source>
        <translation>从 JSON 文件读取各字段</translation>
    </message>
    <message>
        <source>Write the fields to a JSON file</source>
        <translation>将各字段写入 JSON 文件</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>short side, then centre crop</source>
        <translation>短边缩放后中心裁剪</translation>
    </message>
    <message>
        <source>short side rounded, then centre crop</source>
        <translation>短边缩放取整后中心裁剪</translation>
    </message>
    <message>
        <source>letterbox, centred</source>
        <translation>letterbox，居中</translation>
    </message>
    <message>
        <source>letterbox, top left</source>
        <translation>letterbox，左上</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
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
        <translation>灰度</translation>
    </message>
    <message>
        <source>Load Preprocessing</source>
        <translation>加载预处理</translation>
    </message>
    <message>
        <source>Preprocessing (*.json);;All files (*)</source>
        <translation>预处理 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save Preprocessing</source>
        <translation>保存预处理</translation>
    </message>
    <message>
        <source>Preprocessing (*.json)</source>
        <translation>预处理 (*.json)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ProgressArea</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>停止正在运行的任务（Esc）</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>停止正在运行的任务</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RangeCoursePlot</name>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Range of the layer&apos;s output against the number of calibration images</source>
        <translation>层输出的范围与校准图像数量</translation>
    </message>
    <message>
        <source>%1: %2 … %3</source>
        <translation>%1：%2 … %3</translation>
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
        <translation>与 FP32 同类</translation>
    </message>
    <message>
        <source>SQNR of the outputs</source>
        <translation>输出的 SQNR</translation>
    </message>
    <message>
        <source>Images, %</source>
        <translation>图像，%</translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation>SQNR，dB</translation>
    </message>
    <message>
        <source>Result against the number of calibration images</source>
        <translation>结果与校准图像数量</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1：%1</translation>
    </message>
    <message>
        <source>Same class as FP32: %1</source>
        <translation>与 FP32 同类：%1</translation>
    </message>
    <message>
        <source>SQNR of the outputs: %1</source>
        <translation>输出的 SQNR：%1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleForm</name>
    <message>
        <source>Operator of the rule</source>
        <translation>规则的算子</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>任意名称</translation>
    </message>
    <message>
        <source>Only layers whose name contains this, in any case</source>
        <translation>仅限名称包含此文本的层，不区分大小写</translation>
    </message>
    <message>
        <source>Part of the layer&apos;s name</source>
        <translation>层名称的一部分</translation>
    </message>
    <message>
        <source>Layers:</source>
        <translation>层：</translation>
    </message>
    <message>
        <source>Weights:</source>
        <translation>权重：</translation>
    </message>
    <message>
        <source>Weight bits the rule sets</source>
        <translation>规则设置的权重位宽</translation>
    </message>
    <message>
        <source>Weight symmetry the rule sets</source>
        <translation>规则设置的权重对称性</translation>
    </message>
    <message>
        <source>Weight granularity the rule sets</source>
        <translation>规则设置的权重粒度</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>输出：</translation>
    </message>
    <message>
        <source>Activation bits the rule sets</source>
        <translation>规则设置的激活位宽</translation>
    </message>
    <message>
        <source>Activation symmetry the rule sets</source>
        <translation>规则设置的激活对称性</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Weight scales the rule sets</source>
        <translation>规则设置的权重缩放</translation>
    </message>
    <message>
        <source>Activation ranges the rule sets</source>
        <translation>规则设置的激活范围</translation>
    </message>
    <message>
        <source>Weight pruning the rule sets</source>
        <translation>规则设置的权重剪枝</translation>
    </message>
    <message>
        <source>Channel splitting the rule sets</source>
        <translation>规则设置的通道拆分</translation>
    </message>
    <message>
        <source>Weight axis the rule sets</source>
        <translation>规则设置的权重轴</translation>
    </message>
    <message>
        <source>Weight ranges the rule sets</source>
        <translation>规则设置的权重范围</translation>
    </message>
    <message>
        <source>Activation calibration the rule sets</source>
        <translation>规则设置的激活校准</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleListModel</name>
    <message>
        <source>Enable a rule</source>
        <translation>启用规则</translation>
    </message>
    <message>
        <source>Disable a rule</source>
        <translation>停用规则</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation>移除规则</translation>
    </message>
    <message>
        <source>Move a rule</source>
        <translation>移动规则</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RulesPanel</name>
    <message>
        <source>Apply to models opened for the first time</source>
        <translation>应用到首次打开的模型</translation>
    </message>
    <message>
        <source>A model that was open before keeps the configuration it had</source>
        <translation>以前打开过的模型保持其原有配置</translation>
    </message>
    <message>
        <source>Rules in the order in which they are applied</source>
        <translation>规则，按应用顺序排列</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a rule to the end of the list</source>
        <translation>在列表末尾添加规则</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>移除选中的规则</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Apply the selected rule earlier</source>
        <translation>更早应用选中的规则</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Apply the selected rule later: later rules win over earlier ones</source>
        <translation>更晚应用选中的规则：后面的规则优先于前面的规则</translation>
    </message>
    <message>
        <source>Apply to Model</source>
        <translation>应用到模型</translation>
    </message>
    <message>
        <source>Apply all rules that are checked, in order, as one step</source>
        <translation>按顺序应用所有已勾选的规则，作为一个步骤</translation>
    </message>
    <message>
        <source>A rule sets bits and schemes of all layers of a kind, in this model and in others. Rules are applied from top to bottom.</source>
        <translation>规则用于设置此模型和其他模型中某一类层的位宽和方案。规则从上到下依次应用。</translation>
    </message>
    <message>
        <source>Select a rule to change it.</source>
        <translation>选择一条规则以进行更改。</translation>
    </message>
    <message numerus="yes">
        <source>The selected rule sets %n layers of this model.</source>
        <translation>
            <numerusform>选中的规则设置此模型的 %n 层。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply rules</source>
        <translation>应用规则</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchChoices</name>
    <message>
        <source>Bits of a weight, averaged over all weights of the model: at most so many</source>
        <translation>权重的位数上限，对模型的所有权重取平均</translation>
    </message>
    <message>
        <source>Bytes of the whole model, with scales and biases: at most so many</source>
        <translation>整个模型的字节数上限，含缩放因子和偏置</translation>
    </message>
    <message>
        <source>Points of top-1 accuracy lost against FP32: at most so many, in the smallest model</source>
        <translation>相对 FP32 损失的 Top-1 准确率上限（百分点），并使模型最小</translation>
    </message>
    <message>
        <source>Bit operations of one image (MACs times weight bits times activation bits): at most so many</source>
        <translation>处理一张图像的位运算量（MACs × 权重位宽 × 激活位宽）上限</translation>
    </message>
    <message>
        <source>Average weight bits</source>
        <translation>平均权重位宽</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>模型大小</translation>
    </message>
    <message>
        <source>Accuracy drop</source>
        <translation>准确率下降</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> 位</translation>
    </message>
    <message>
        <source> points</source>
        <translation> 个百分点</translation>
    </message>
    <message>
        <source>Kind of budget</source>
        <translation>预算类型</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get, 1 to 8 and 16, as in “2, 4, 8”</source>
        <translation>层可采用的位宽，1 到 8 以及 16，例如“2, 4, 8”</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get</source>
        <translation>层可采用的位宽</translation>
    </message>
    <message>
        <source>of</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位，</translation>
    </message>
    <message>
        <source>Hardware profile: only bit-widths that this target runs</source>
        <translation>硬件配置文件：仅限此目标可运行的位宽</translation>
    </message>
    <message>
        <source>Hardware profile</source>
        <translation>硬件配置文件</translation>
    </message>
    <message>
        <source>for</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>At most so many configurations are truly run; the others are only predicted</source>
        <translation>实际运行的配置数上限；其余配置仅作预测</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估次数</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Share of the images that the search never sees: they only check its outcome, which cannot have been fitted to them</source>
        <translation>搜索从未使用的图像所占比例：它们仅用于检验搜索结果，结果不可能对其过拟合</translation>
    </message>
    <message>
        <source>Share of the images held out</source>
        <translation>留出图像的比例</translation>
    </message>
    <message>
        <source>evaluations,</source>
        <translation>次评估，</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
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
        <translation>位宽为 1 到 8 以及 16，例如“2, 4, 8”</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>修正权重</translation>
    </message>
    <message>
        <source>Fit the weights of every configuration tried to the calibration images. A third of these judges, the validation images only check the outcome. Each takes as long as Correct Weights does.</source>
        <translation>将所尝试的每个配置的权重拟合到校准图像。其中三分之一用于评判，验证图像只检查结果。每个配置所需时间与“修正权重”相同。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchCurves</name>
    <message>
        <source>Click to make it the current configuration</source>
        <translation>单击可将其设为当前配置</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchOverlay</name>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前沿</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>统一位宽</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>权重 SQNR</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最优</translation>
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
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Forget what was tried and search anew</source>
        <translation>清除已尝试的配置并重新搜索</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>将选中的配置设为当前配置；“撤销”可恢复之前的配置</translation>
    </message>
    <message>
        <source>Configurations the search tried</source>
        <translation>搜索尝试过的配置</translation>
    </message>
    <message>
        <source>Take %1 weight bits on average</source>
        <translation>采用权重平均 %1 位的配置</translation>
    </message>
    <message>
        <source>A search for mixed precision appears here once a model and images are open.</source>
        <translation>打开模型和图像后，混合精度搜索将显示在此处。</translation>
    </message>
    <message>
        <source>Measuring how sensitive each layer is. The first configurations follow.</source>
        <translation>正在测量各层的敏感度。随后给出首批配置。</translation>
    </message>
    <message>
        <source>Which layers need many bits, which get by with few? Start looks for the best bits of every layer within the budget. Edits go on meanwhile.

Layers pinned in the table or the graph (right click) keep their bits.</source>
        <translation>哪些层需要高位宽，哪些层低位宽即可？“开始”会在预算内寻找每层的最优位宽，期间可继续编辑。

在表格或计算图中固定的层（右键单击）保持其位宽。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>A pass is the work of one FP32 pass over the search&apos;s images.</source>
        <translation>一遍相当于用 FP32 运行一次搜索所用图像的计算量。</translation>
    </message>
    <message>
        <source>Stop; what was tried stays</source>
        <translation>停止；保留已尝试的配置</translation>
    </message>
    <message>
        <source>Take the search up where it stopped</source>
        <translation>从停止处继续搜索</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within the budget</source>
        <translation>在预算内寻找每层的最优位宽</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>已固定 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>These layers keep the bits they have when a search starts:</source>
        <translation>这些层保持搜索开始时的位宽：</translation>
    </message>
    <message>
        <source>Weights are fitted to calibration images: open some first</source>
        <translation>权重会拟合到校准图像：请先打开图像</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityModel</name>
    <message>
        <source>1 is the most sensitive layer at the lowest bits so far.</source>
        <translation>1 表示在目前的最低位宽下最敏感的层。</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Logit SQNR: %1</source>
        <translation>Logit SQNR：%1</translation>
    </message>
    <message>
        <source>KL divergence: %1 nats</source>
        <translation>KL 散度：%1 nat</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 相对 FP32：%1 个百分点</translation>
    </message>
    <message>
        <source>Measured on %1 of %2 images</source>
        <translation>已在 %2 张图像中的 %1 张上测量</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityPanel</name>
    <message>
        <source>What is quantized</source>
        <translation>量化对象</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>What of a layer is quantized: its weights, its output (activations), or both</source>
        <translation>量化层的哪一部分：权重、输出（激活）或两者</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>Leave one out</source>
        <translation>留一</translation>
    </message>
    <message>
        <source>Alone: only this layer is quantized, the rest stays in FP32.
Leave one out: everything is quantized but this layer.</source>
        <translation>单独：仅量化此层，其余保持 FP32。
留一：量化除此层以外的所有层。</translation>
    </message>
    <message>
        <source>at</source>
        <translation>以</translation>
    </message>
    <message>
        <source>Bit-widths to try, 1 to 8 and 16, as in “8, 4, 2”</source>
        <translation>要尝试的位宽，1 到 8 以及 16，例如“8, 4, 2”</translation>
    </message>
    <message>
        <source>Bit-widths to try</source>
        <translation>要尝试的位宽</translation>
    </message>
    <message>
        <source>bits, on</source>
        <translation>位，用</translation>
    </message>
    <message>
        <source>At most so many validation images</source>
        <translation>验证图像数上限</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>images</source>
        <translation>张图像</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>竞速</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Racing: layers whose place is clear get few images, the others more.
Exact: every layer gets all images.</source>
        <translation>竞速：排名已明确的层使用较少图像，其他层使用较多图像。
精确：每层都使用全部图像。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Forget what was measured and sweep anew</source>
        <translation>清除已测量的结果并重新扫描</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Logit SQNR (dB)</source>
        <translation>Logit SQNR (dB)</translation>
    </message>
    <message>
        <source>KL divergence (nats)</source>
        <translation>KL 散度（nat）</translation>
    </message>
    <message>
        <source>Top-1 (points)</source>
        <translation>Top-1（百分点）</translation>
    </message>
    <message>
        <source>What the cells show, against FP32</source>
        <translation>单元格显示的指标，相对 FP32</translation>
    </message>
    <message>
        <source>Stop; what was measured stays</source>
        <translation>停止；保留已测量的结果</translation>
    </message>
    <message>
        <source>Measure what quantizing each layer does to the outputs</source>
        <translation>测量量化每一层对输出的影响</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Bits are 1 to 8 and 16; outputs need at least 2</source>
        <translation>位宽为 1 到 8 以及 16；输出至少需要 2</translation>
    </message>
    <message>
        <source>How sensitive is each layer? Start quantizes one after the other and shows what that does to the outputs. Edits go on meanwhile.</source>
        <translation>每层有多敏感？“开始”会逐层量化并显示其对输出的影响，期间可继续编辑。</translation>
    </message>
    <message>
        <source>The sensitivity of the layers appears here once a model and images are open.</source>
        <translation>打开模型和图像后，各层的敏感度将显示在此处。</translation>
    </message>
    <message>
        <source>%1 of %2 measured, %L3 passes, %4</source>
        <translation>已测量 %1/%2，%L3 遍，%4</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message>
        <source>Layers and bits measured on some images at least; a pass is the work of one FP32 pass over the sweep&apos;s images.</source>
        <translation>至少已在部分图像上测量的层与位宽组合；一遍相当于用 FP32 运行一次扫描所用图像的计算量。</translation>
    </message>
    <message>
        <source>Sensitivity of the layers</source>
        <translation>各层敏感度</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation>窗口导览</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPanel</name>
    <message>
        <source>Every configuration tried becomes a point here: accuracy against model size. A click goes back to it.</source>
        <translation>每个已尝试的配置在此处显示为一个点：准确率与模型大小。单击可恢复到该配置。</translation>
    </message>
    <message>
        <source>Top-1 (%)</source>
        <translation>Top-1 (%)</translation>
    </message>
    <message>
        <source>Output SQNR (dB)</source>
        <translation>输出 SQNR（dB）</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>大小：%1</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1：%1</translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>输出 SQNR：%1</translation>
    </message>
    <message>
        <source>Click to go back to this configuration</source>
        <translation>单击可恢复到此配置</translation>
    </message>
    <message>
        <source>FP32: %1, %2</source>
        <translation>FP32：%1，%2</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>BOPs: %1</source>
        <translation>BOPs：%1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>What the accuracy is drawn against</source>
        <translation>准确率相对于什么绘制</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure how long the configurations tried take that have no time yet</source>
        <translation>测量已尝试但还没有时间的配置所需的时间</translation>
    </message>
    <message>
        <source>Against:</source>
        <translation>相对于：</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPlot</name>
    <message>
        <source>Estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>已尝试</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Accuracy against cost of the configurations tried</source>
        <translation>已尝试配置的准确率与代价</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TriedPanel</name>
    <message>
        <source>Compare Configurations</source>
        <translation>比较配置</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ.</source>
        <translation>
            <numerusform>%n 项设置不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>将选中的配置设为当前配置；“撤销”可恢复之前的配置</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Show in what two selected configurations differ, or the selected one from the current one</source>
        <translation>显示两个选中配置的差异，或选中配置与当前配置的差异</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take the selected configurations off the list (Delete)</source>
        <translation>将选中的配置从列表中移除（Delete）</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Save the list with its figures as a table</source>
        <translation>将列表及其指标保存为表格</translation>
    </message>
    <message>
        <source>Configurations tried</source>
        <translation>已尝试的配置</translation>
    </message>
    <message>
        <source>Every configuration tried is listed here, with its figures. Give it a name or a note, go back to it, or compare two.</source>
        <translation>每个已尝试的配置及其指标都列在此处。可为其添加名称或备注，恢复到该配置，或比较两个配置。</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Cascade…</source>
        <translation>级联…</translation>
    </message>
    <message>
        <source>Run the cheaper of two configurations on every image, and the other where it is unsure</source>
        <translation>对每张图像运行两个配置中成本较低的一个，在其不确定时运行另一个</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WeightCorrection</name>
    <message>
        <source>Round to nearest</source>
        <translation>就近舍入</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>修正权重</translation>
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
        <translation>量化级</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量化后</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>权重值</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>每个区间的权重个数</translation>
    </message>
    <message>
        <source>Weights per level</source>
        <translation>每个量化级的权重个数</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>权重的直方图</translation>
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
        <translation>量化后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Which weights to show</source>
        <translation>要显示的权重</translation>
    </message>
    <message>
        <source>all filters</source>
        <translation>所有滤波器</translation>
    </message>
    <message>
        <source>filter </source>
        <translation>滤波器 </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>A filter makes one output channel; its kernels are shown side by side</source>
        <translation>一个滤波器产生一个输出通道；其卷积核并排显示</translation>
    </message>
    <message>
        <source>Weight of the filter</source>
        <translation>滤波器的权重</translation>
    </message>
    <message>
        <source>One kernel for each input channel</source>
        <translation>每个输入通道一个卷积核</translation>
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
        <translation>看清每一位的作用：逐层量化已训练的模型，观察准确率、大小和图像的变化。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Or drop a model, a session or a folder of images on this window.</source>
        <translation>或将模型、会话或图像文件夹拖放到此窗口。</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>What you open appears here.</source>
        <translation>打开过的内容将显示在此处。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WholeModelDialog</name>
    <message>
        <source>Set All Layers</source>
        <translation>设置所有层</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight symmetry</source>
        <translation>权重对称性</translation>
    </message>
    <message>
        <source>Weight granularity</source>
        <translation>权重粒度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Activation symmetry</source>
        <translation>激活对称性</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>权重缩放</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>激活范围</translation>
    </message>
    <message>
        <source>Weight pruning</source>
        <translation>权重剪枝</translation>
    </message>
    <message>
        <source>Channel splitting</source>
        <translation>通道拆分</translation>
    </message>
    <message>
        <source>Weight axis</source>
        <translation>权重轴</translation>
    </message>
    <message>
        <source>Weight ranges</source>
        <translation>权重范围</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Workbench</name>
    <message>
        <source>Set all layers to %1</source>
        <translation>将所有层设为 %1</translation>
    </message>
    <message>
        <source>Calibrate by %1</source>
        <translation>校准方法：%1</translation>
    </message>
    <message>
        <source> (in %1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>Configuration saved as %1</source>
        <translation>配置已保存为 %1</translation>
    </message>
    <message>
        <source>QDQ model exported as %1</source>
        <translation>QDQ 模型已导出为 %1</translation>
    </message>
    <message>
        <source>Configurations tried saved as %1</source>
        <translation>已尝试的配置已保存为 %1</translation>
    </message>
    <message>
        <source>there is nothing to report yet; wait for the evaluation to finish</source>
        <translation>还没有可报告的内容；请等待评估完成</translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation>报告已保存为 %1</translation>
    </message>
    <message>
        <source>Graph saved as %1</source>
        <translation>计算图已保存为 %1</translation>
    </message>
    <message>
        <source>Use the defaults of %1</source>
        <translation>使用 %1 的默认设置</translation>
    </message>
    <message>
        <source>Choose calibration images</source>
        <translation>选择校准图像</translation>
    </message>
</context>
</TS>
