<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>quantoscope::gui</name>
    <message>
        <source>Explores the quantization of neural networks.</source>
        <translation>ニューラルネットワークの量子化を探索します。</translation>
    </message>
    <message>
        <source>ONNX model, or session (.quantoscope), to open.</source>
        <translation>開く ONNX モデルまたはセッション (.quantoscope)。</translation>
    </message>
    <message>
        <source>Folder of validation images.</source>
        <translation>検証画像のフォルダー。</translation>
    </message>
    <message>
        <source>Labels of the images, CSV or TXT.</source>
        <translation>画像のラベル (CSV または TXT)。</translation>
    </message>
    <message>
        <source>Folder of calibration images.</source>
        <translation>キャリブレーション画像のフォルダー。</translation>
    </message>
    <message>
        <source>Preset or JSON file that says how images are prepared.</source>
        <translation>画像の前処理を指定するプリセットまたは JSON ファイル。</translation>
    </message>
    <message>
        <source>Configuration to start with, JSON.</source>
        <translation>最初に使う構成 (JSON)。</translation>
    </message>
    <message>
        <source>Open the bundled sample.</source>
        <translation>付属のサンプルを開きます。</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system、light、dark のいずれか。</translation>
    </message>
    <message>
        <source>Save a picture of the window and quit.</source>
        <translation>ウィンドウの画像を保存して終了します。</translation>
    </message>
    <message>
        <source>Size of the screenshot.</source>
        <translation>スクリーンショットのサイズ。</translation>
    </message>
    <message>
        <source>Which tab to show: layers, images, sensitivity, search, methods, rules or tried.</source>
        <translation>表示するタブ: layers、images、sensitivity、search、methods、rules、tried のいずれか。</translation>
    </message>
    <message>
        <source>What to show of the selected layer: weights, errors, channels, weight-map, output, feature-maps or calibration.</source>
        <translation>選択したレイヤーについて表示する内容: weights、errors、channels、weight-map、output、feature-maps、calibration のいずれか。</translation>
    </message>
    <message>
        <source>Layer to select.</source>
        <translation>選択するレイヤー。</translation>
    </message>
    <message>
        <source>--size needs WxH, as in 1280x720, not %1</source>
        <translation>--size には 1280x720 のような WxH 形式の値が必要です (指定値: %1)</translation>
    </message>
    <message>
        <source>only one model can be opened</source>
        <translation>開けるモデルは 1 つだけです</translation>
    </message>
    <message>
        <source>--images and --config need a model</source>
        <translation>--images と --config にはモデルの指定が必要です</translation>
    </message>
    <message>
        <source>Graph of the model</source>
        <translation>モデルのグラフ</translation>
    </message>
    <message>
        <source>there is not enough memory for a picture of %1 by %2 pixels; save an SVG instead</source>
        <translation>%1 x %2 ピクセルの画像を作成するメモリが足りません。SVG で保存してください</translation>
    </message>
    <message>
        <source>there is no graph to save; wait until it is laid out</source>
        <translation>保存できるグラフがありません。レイアウトが終わるまでお待ちください</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>最小-最大</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>パーセンタイル</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>平均二乗誤差</translation>
    </message>
    <message>
        <source>entropy (KL)</source>
        <translation>エントロピー (KL)</translation>
    </message>
    <message>
        <source>The range holds every value seen while calibrating.</source>
        <translation>キャリブレーション中に現れたすべての値を含む範囲です。</translation>
    </message>
    <message>
        <source>The range leaves out the rarest values at both ends.</source>
        <translation>両端のまれな値を除いた範囲です。</translation>
    </message>
    <message>
        <source>The range with the smallest mean squared rounding and clipping error.</source>
        <translation>丸めとクリッピングによる平均二乗誤差が最小になる範囲です。</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>same</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>W bits</source>
        <translation>W ビット</translation>
    </message>
    <message>
        <source>W symmetry</source>
        <translation>W 対称性</translation>
    </message>
    <message>
        <source>Granularity</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>丸め</translation>
    </message>
    <message>
        <source>A bits</source>
        <translation>A ビット</translation>
    </message>
    <message>
        <source>A symmetry</source>
        <translation>A 対称性</translation>
    </message>
    <message>
        <source>W SQNR</source>
        <translation>W SQNR</translation>
    </message>
    <message>
        <source>A SQNR</source>
        <translation>A SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>出力形状</translation>
    </message>
    <message>
        <source>Position in the graph; the noise plot counts the same way.</source>
        <translation>グラフ内の位置。ノイズのプロットと同じ番号です。</translation>
    </message>
    <message>
        <source>Name of the layer in the model file.</source>
        <translation>モデルファイル内のレイヤー名です。</translation>
    </message>
    <message>
        <source>ONNX operator, with what it absorbed (BatchNormalization, activation function).</source>
        <translation>ONNX 演算子と、それに融合された演算子 (BatchNormalization、活性化関数) です。</translation>
    </message>
    <message>
        <source>Number format of the layer&apos;s weights. INT n has 2ⁿ levels; FP32 is not quantized. Ctrl and mouse wheel step through the list.</source>
        <translation>レイヤーの重みの数値形式です。INT n は 2ⁿ 個のレベルを持ち、FP32 は量子化しません。Ctrl+マウスホイールで切り替えられます。</translation>
    </message>
    <message>
        <source>Symmetric: zero point 0, the range reaches equally far to both sides. Asymmetric: the range is fitted to minimum and maximum.</source>
        <translation>対称: ゼロ点は 0 で、範囲は正負に等しく広がります。非対称: 範囲を最小値と最大値に合わせます。</translation>
    </message>
    <message>
        <source>How weights became integers. Nearest: each for itself. Corrected: fitted, with the bias, so that the layer&apos;s outputs on the calibration images stay what they are in FP32 (Quantize menu, Correct Weights).</source>
        <translation>重みを整数に変換した方法です。最近接: 重みを個別に丸めます。補正済み: キャリブレーション画像に対するレイヤーの出力が FP32 と同じに保たれるよう、バイアスとともに適合させます (「量子化」メニューの「重みを補正」)。</translation>
    </message>
    <message>
        <source>Number format of the tensor this layer produces. Ctrl and mouse wheel step through the list, with Shift anywhere in the row.</source>
        <translation>このレイヤーが出力するテンソルの数値形式です。Ctrl+マウスホイールで切り替えられます。Shift も押すと行内のどこでも操作できます。</translation>
    </message>
    <message>
        <source>Whether the range of the tensor this layer produces is symmetric around zero.</source>
        <translation>このレイヤーが出力するテンソルの範囲が 0 を中心に対称かどうかを示します。</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the weights in decibels: energy of the FP32 weights over energy of their rounding error. Higher is better; 6 dB is about one bit.</source>
        <translation>重みの信号対量子化雑音比 (dB): FP32 の重みのエネルギーと丸め誤差のエネルギーの比です。高いほど良く、6 dB が約 1 ビットに相当します。</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of this layer&apos;s output against FP32 in decibels, with the noise of all layers before it.</source>
        <translation>FP32 に対するこのレイヤーの出力の信号対量子化雑音比 (dB) です。前段のすべてのレイヤーのノイズを含みます。</translation>
    </message>
    <message>
        <source>Bytes of the layer: weights at their bits, scales, zero points and bias.</source>
        <translation>レイヤーのバイト数: 指定ビット幅の重み、スケール、ゼロ点、バイアスの合計です。</translation>
    </message>
    <message>
        <source>Number of weights and biases.</source>
        <translation>重みとバイアスの数です。</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image.</source>
        <translation>画像 1 枚あたりの積和演算回数です。</translation>
    </message>
    <message>
        <source>Shape of the tensor this layer produces.</source>
        <translation>このレイヤーが出力するテンソルの形状です。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Depthwise Conv</source>
        <translation>Depthwise Conv</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>出力: %1</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>重み: %1</translation>
    </message>
    <message>
        <source>any operator</source>
        <translation>すべての演算子</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>すべての%1</translation>
    </message>
    <message>
        <source>All %1 named “%2”</source>
        <translation>名前に「%2」を含むすべての%1</translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation>重み %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>出力 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>誤差なし</translation>
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
        <translation>スカラー</translation>
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
        <translation>対称</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>非対称</translation>
    </message>
    <message>
        <source>per-channel</source>
        <translation>チャネル単位</translation>
    </message>
    <message>
        <source>per-tensor</source>
        <translation>テンソル単位</translation>
    </message>
    <message>
        <source>weight bits</source>
        <translation>重みビット幅</translation>
    </message>
    <message>
        <source>weight symmetry</source>
        <translation>重みの対称性</translation>
    </message>
    <message>
        <source>weight granularity</source>
        <translation>重みの粒度</translation>
    </message>
    <message>
        <source>activation bits</source>
        <translation>活性化ビット幅</translation>
    </message>
    <message>
        <source>activation symmetry</source>
        <translation>活性化の対称性</translation>
    </message>
    <message>
        <source>In the order they were run.</source>
        <translation>実行順の番号です。</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>フロント</translation>
    </message>
    <message>
        <source>★ meets the budget best. ● is on the measured front: no other is smaller and has less error in its outputs.</source>
        <translation>★ は予算を最もよく満たす構成、● は実測のパレートフロント上の構成です (サイズも出力誤差もこれより小さい構成はありません)。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Found by the search, or a comparison under the same budget.</source>
        <translation>探索で見つかった構成か、同じ予算での比較対象かを示します。</translation>
    </message>
    <message>
        <source>Avg bits</source>
        <translation>平均ビット</translation>
    </message>
    <message>
        <source>Bits of a weight, averaged over all quantizable weights.</source>
        <translation>量子化可能なすべての重みについて平均したビット幅です。</translation>
    </message>
    <message>
        <source>The whole model: weights at their bits, scales, zero points, biases.</source>
        <translation>モデル全体: 指定ビット幅の重み、スケール、ゼロ点、バイアスの合計です。</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Bit operations of one image: MACs times weight bits times activation bits, summed over the layers.</source>
        <translation>画像 1 枚あたりのビット演算数: MACs × 重みビット幅 × 活性化ビット幅を全レイヤーで合計した値です。</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>Share of the images it ran whose top-1 class is right.</source>
        <translation>実行した画像のうち、Top-1 クラスが正解だった割合です。</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>FP32 との差</translation>
    </message>
    <message>
        <source>Top-1 over all images less that of FP32, in points, with its 95 % interval where not all of them were run.</source>
        <translation>全画像の Top-1 から FP32 の Top-1 を引いた差 (ポイント) です。一部の画像しか実行していない場合は 95 % 信頼区間を付けます。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of all images with the same top-1 class as FP32, with its 95 % interval where not all of them were run.</source>
        <translation>全画像のうち、Top-1 クラスが FP32 と同じ割合です。一部の画像しか実行していない場合は 95 % 信頼区間を付けます。</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the outputs against FP32 in decibels; higher is better.</source>
        <translation>FP32 に対する出力の信号対量子化雑音比 (dB) です。高いほど良い値です。</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>ホールドアウト</translation>
    </message>
    <message>
        <source>Top-1 on images that the search never saw, so that it cannot have been fitted to them; without labels the agreement with FP32.</source>
        <translation>探索で一度も使用していない画像での Top-1 です。これらの画像に過剰適合することはありません。ラベルがない場合は FP32 との一致率です。</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 の FP32 との差: %1 ポイント</translation>
    </message>
    <message>
        <source>Agreement with FP32: %1</source>
        <translation>FP32 との一致率: %1</translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>ホールドアウト: %1、FP32 %2 (%n 枚)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held out: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>ホールドアウト: FP32 との一致率 %1 (%n 枚)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 configurations</source>
        <translation>構成 %1 / %2</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>一律</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>重み SQNR</translation>
    </message>
    <message>
        <source>Found by the search, which judges layers by what they do to the outputs.</source>
        <translation>探索で見つかった構成です。探索では、出力への影響によって各レイヤーを評価します。</translation>
    </message>
    <message>
        <source>For comparison: every layer has the same bits, the most the budget allows.</source>
        <translation>比較用: 全レイヤーを同じビット幅にし、予算内で最大の値にした構成です。</translation>
    </message>
    <message>
        <source>For comparison: the same budget, given to layers by the SQNR of their weights alone.</source>
        <translation>比較用: 同じ予算を、重みの SQNR のみに基づいて各レイヤーに配分した構成です。</translation>
    </message>
    <message>
        <source>%1 bits on average</source>
        <translation>平均 %1 ビット</translation>
    </message>
    <message>
        <source>%1 BOPs</source>
        <translation>%1 BOPs</translation>
    </message>
    <message>
        <source>FP32 − %L1 points</source>
        <translation>FP32 − %L1 ポイント</translation>
    </message>
    <message>
        <source>%1 weight bits on average</source>
        <translation>平均重みビット幅 %1</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>サイズ: %1</translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n images)</source>
        <translation>
            <numerusform>Top-1: %1 (%n 枚)</numerusform>
        </translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>出力 SQNR: %1</translation>
    </message>
    <message>
        <source>Predicted: %1 points</source>
        <translation>予測: %1 ポイント</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完了: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止: %1</translation>
    </message>
    <message>
        <source>Measuring sensitivities</source>
        <translation>感度を測定中</translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n images held out</source>
        <translation>
            <numerusform>最良の構成をホールドアウト画像 %n 枚で確認中</numerusform>
        </translation>
    </message>
    <message>
        <source>Evaluating: %1</source>
        <translation>評価中: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n images, %2 passes, %3</source>
        <translation>
            <numerusform>%1、画像 %n 枚、%2 パス、%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>スケール</translation>
    </message>
    <message>
        <source>Weight shape</source>
        <translation>重みの形状</translation>
    </message>
    <message>
        <source>Weight range</source>
        <translation>重みの範囲</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Smallest and largest FP32 weight.</source>
        <translation>FP32 の重みの最小値と最大値です。</translation>
    </message>
    <message>
        <source>Levels in use</source>
        <translation>使用レベル数</translation>
    </message>
    <message>
        <source>Distinct values of the quantized weights; with per-channel scales every channel has its own.</source>
        <translation>量子化後の重みが取る異なる値の数です。スケールがチャネル単位の場合、値の組はチャネルごとに異なります。</translation>
    </message>
    <message>
        <source>Energy of the FP32 weights over energy of their rounding error.</source>
        <translation>FP32 の重みのエネルギーと丸め誤差のエネルギーの比です。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>How the tensor this layer produces is quantized.</source>
        <translation>このレイヤーが出力するテンソルの量子化方式です。</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>出力の範囲</translation>
    </message>
    <message>
        <source>not calibrated yet</source>
        <translation>未キャリブレーション</translation>
    </message>
    <message>
        <source>Clipping range, set by hand: values outside are set to its ends.</source>
        <translation>手動で設定したクリッピング範囲です。範囲外の値は両端の値に置き換えられます。</translation>
    </message>
    <message>
        <source>Clipping range: values outside are set to its ends.</source>
        <translation>クリッピング範囲です。範囲外の値は両端の値に置き換えられます。</translation>
    </message>
    <message>
        <source>Output scale</source>
        <translation>出力のスケール</translation>
    </message>
    <message>
        <source>Distance between two neighbouring quantized values.</source>
        <translation>隣り合う量子化値の間隔です。</translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation>ゼロ点</translation>
    </message>
    <message>
        <source>The integer that stands for 0.</source>
        <translation>0 を表す整数です。</translation>
    </message>
    <message>
        <source>Absorbs</source>
        <translation>融合した演算子</translation>
    </message>
    <message>
        <source>Operators that run as part of this layer, without a quantizer between.</source>
        <translation>間に量子化器を挟まず、このレイヤーの一部として実行される演算子です。</translation>
    </message>
    <message>
        <source>Nothing here carries a quantizer</source>
        <translation>ここには量子化器を持つレイヤーがありません</translation>
    </message>
    <message>
        <source>&amp;Bits of This Layer</source>
        <translation>このレイヤーのビット幅(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>Bits of the &amp;Selection (%n layers)</source>
        <translation>
            <numerusform>選択したレイヤーのビット幅(&amp;S) (%n レイヤー)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of &amp;All %1 (%n layers)</source>
        <translation>
            <numerusform>すべての %1 のビット幅(&amp;A) (%n レイヤー)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bits of Everything &amp;Downstream (%n layers)</source>
        <translation>
            <numerusform>下流すべてのビット幅(&amp;D) (%n レイヤー)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pin Bits in the Search</source>
        <translation>探索でビット幅を固定(&amp;P)</translation>
    </message>
    <message>
        <source>Only layers with weights can be pinned</source>
        <translation>固定できるのは重みを持つレイヤーだけです</translation>
    </message>
    <message>
        <source>A search for mixed precision keeps the weight bits these layers have now</source>
        <translation>混合精度の探索で、これらのレイヤーの現在の重みビット幅を維持します</translation>
    </message>
    <message>
        <source>Language of this run: en, de, zh_CN or ja.</source>
        <translation>この実行での言語: en、de、zh_CN、ja のいずれか。</translation>
    </message>
    <message>
        <source>--language needs en, de, zh_CN or ja, not %1</source>
        <translation>--language には en、de、zh_CN、ja のいずれかを指定します (%1 は不可)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>the graph could not be laid out: dot failed</source>
        <translation>グラフを配置できません: dot が失敗しました</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Simplifying the model</source>
        <translation>モデルを簡略化中</translation>
    </message>
    <message>
        <source>Compiling the model</source>
        <translation>モデルをコンパイル中</translation>
    </message>
    <message>
        <source>Decoding images</source>
        <translation>画像をデコード中</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>キャリブレーション中</translation>
    </message>
    <message>
        <source>Running FP32</source>
        <translation>FP32 を実行中</translation>
    </message>
    <message>
        <source>Running quantized</source>
        <translation>量子化モデルを実行中</translation>
    </message>
    <message>
        <source>Measuring noise</source>
        <translation>ノイズを測定中</translation>
    </message>
    <message>
        <source>Measuring time</source>
        <translation>時間を測定中</translation>
    </message>
    <message>
        <source>Measuring sensitivity</source>
        <translation>感度を測定中</translation>
    </message>
    <message>
        <source>Preparing the next edit</source>
        <translation>次の編集を準備中</translation>
    </message>
    <message>
        <source>Correcting weights</source>
        <translation>重みを補正中</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>探索中</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>エクスポート中</translation>
    </message>
    <message>
        <source>Model size (MB)</source>
        <translation>モデルサイズ (MB)</translation>
    </message>
    <message>
        <source>Model size (kB)</source>
        <translation>モデルサイズ (kB)</translation>
    </message>
    <message>
        <source>Bit operations (10¹²)</source>
        <translation>ビット演算 (10¹²)</translation>
    </message>
    <message>
        <source>Bit operations (10⁹)</source>
        <translation>ビット演算 (10⁹)</translation>
    </message>
    <message>
        <source>Bit operations (10⁶)</source>
        <translation>ビット演算 (10⁶)</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>画像 1 枚の時間 (ms)</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>モデルサイズ</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>ビット演算</translation>
    </message>
    <message>
        <source>Measured time</source>
        <translation>実測時間</translation>
    </message>
    <message>
        <source>Bytes of the model: weights at their bits, scales, zero points and biases</source>
        <translation>モデルのバイト数: ビット幅に応じた重み、スケール、ゼロ点、バイアス</translation>
    </message>
    <message>
        <source>BOPs of one image: multiply-accumulates times the bits of weights and inputs</source>
        <translation>画像 1 枚の BOPs: 積和演算数 × 重みのビット数 × 入力のビット数</translation>
    </message>
    <message>
        <source>Milliseconds that the exported model takes for one image with the inference engine&apos;s own integer kernels on this machine</source>
        <translation>エクスポートしたモデルが、このマシンで推論エンジンの整数カーネルを使って画像 1 枚を処理するミリ秒数</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Time of the layer for one image in the exported model, with the inference engine&apos;s integer kernels on this machine (Quantize menu, Measure Time). 0 where another layer&apos;s kernel computes it.</source>
        <translation>エクスポートしたモデルで画像 1 枚にかかるこのレイヤーの時間。このマシンでの推論エンジンの整数カーネルによる値です (量子化メニューの「時間を測定」)。別のレイヤーのカーネルが計算する場合は 0 です。</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; can&apos;t be applied: %2</source>
        <translation>ルール「%1」は適用できません: %2</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge whose top-1 class is right.</source>
        <translation>判定に使うキャリブレーション画像のうち、Top-1 クラスが正しいものの割合。</translation>
    </message>
    <message>
        <source>Top-1 on the calibration images that judge less that of FP32, in points.</source>
        <translation>判定に使うキャリブレーション画像での Top-1 から FP32 の Top-1 を引いた値 (ポイント)。</translation>
    </message>
    <message>
        <source>Share of the calibration images that judge with the same top-1 class as FP32.</source>
        <translation>判定に使うキャリブレーション画像のうち、Top-1 クラスが FP32 と同じものの割合。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Top-1 on the validation images, which the search never saw; without labels the agreement with FP32.</source>
        <translation>探索が一度も見ていない検証画像での Top-1。ラベルがなければ FP32 との一致率。</translation>
    </message>
    <message>
        <source>Top-1 on calibration images against FP32: %1 points</source>
        <translation>キャリブレーション画像での Top-1 (FP32 比): %1 ポイント</translation>
    </message>
    <message>
        <source>Agreement with FP32 on calibration images: %1</source>
        <translation>キャリブレーション画像での FP32 との一致率: %1</translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1, FP32 %2 (%n images)</source>
        <translation>
            <numerusform>検証: %1、FP32 %2 (%n 枚)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation: %1 agreement with FP32 (%n images)</source>
        <translation>
            <numerusform>検証: FP32 との一致率 %1 (%n 枚)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Top-1: %1 (%n calibration images)</source>
        <translation>
            <numerusform>Top-1: %1 (キャリブレーション画像 %n 枚)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the best on %n validation images</source>
        <translation>
            <numerusform>最良の候補を検証画像 %n 枚で確認中</numerusform>
        </translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>移動平均</translation>
    </message>
    <message>
        <source>p-norm</source>
        <translation>p ノルム</translation>
    </message>
    <message>
        <source>The moving average of every picture&apos;s minimum and maximum (PyTorch&apos;s MovingAverageMinMaxObserver).</source>
        <translation>各画像の最小値と最大値の移動平均（PyTorch の MovingAverageMinMaxObserver）。</translation>
    </message>
    <message>
        <source>The range with the smallest mean error to the power of 2.4, which minds large errors more (Nahshan et al. 2021).</source>
        <translation>誤差の 2.4 乗の平均が最小になる範囲。大きな誤差をより重く見ます（Nahshan et al. 2021）。</translation>
    </message>
    <message>
        <source>FP32: 32-bit floating point, not quantized.</source>
        <translation>FP32：32 ビット浮動小数点、量子化なし。</translation>
    </message>
    <message>
        <source>FP16: IEEE 754 half precision, 11 significant bits, largest value 65504.</source>
        <translation>FP16：IEEE 754 の半精度、有効 11 ビット、最大値 65504。</translation>
    </message>
    <message>
        <source>BF16: bfloat16, the range of FP32 with 8 significant bits.</source>
        <translation>BF16：bfloat16、FP32 と同じ範囲で有効 8 ビット。</translation>
    </message>
    <message>
        <source>FP8 E4M3: 4 exponent and 3 mantissa bits, largest value 448, times a scale (OCP OFP8).</source>
        <translation>FP8 E4M3：指数 4 ビット、仮数 3 ビット、最大値 448、スケール倍（OCP OFP8）。</translation>
    </message>
    <message>
        <source>FP8 E5M2: 5 exponent and 2 mantissa bits, largest value 57344, times a scale (OCP OFP8).</source>
        <translation>FP8 E5M2：指数 5 ビット、仮数 2 ビット、最大値 57344、スケール倍（OCP OFP8）。</translation>
    </message>
    <message>
        <source>FP4 E2M1: the magnitudes 0, 0.5, 1, 1.5, 2, 3, 4 and 6, times a scale (OCP Microscaling Formats).</source>
        <translation>FP4 E2M1：大きさ 0、0.5、1、1.5、2、3、4、6 のスケール倍（OCP Microscaling Formats）。</translation>
    </message>
    <message>
        <source>Ternary: -1, 0 or 1 times a scale; 0 where a weight is below 0.7 of the mean magnitude (Li et al. 2016).</source>
        <translation>三値：-1、0、1 のスケール倍。大きさの平均の 0.7 倍に満たない重みは 0（Li et al. 2016）。</translation>
    </message>
    <message>
        <source>INT1: the sign of each weight times their mean magnitude (Rastegari et al. 2016).</source>
        <translation>INT1：各重みの符号に大きさの平均を掛けたもの（Rastegari et al. 2016）。</translation>
    </message>
    <message>
        <source>INT%1: integers of %1 bits times a scale.</source>
        <translation>INT%1：%1 ビット整数のスケール倍。</translation>
    </message>
    <message>
        <source>One scale for all weights of the layer.</source>
        <translation>層のすべての重みに一つのスケール。</translation>
    </message>
    <message>
        <source>Every output channel has its own scale.</source>
        <translation>出力チャネルごとに独自のスケール。</translation>
    </message>
    <message>
        <source>Every %1 weights of an output channel that follow each other have their own scale.</source>
        <translation>出力チャネル内の連続する %1 個の重みごとに独自のスケール。</translation>
    </message>
    <message>
        <source>Every 32 weights of an output channel share a power of two, stored in one byte (OCP Microscaling Formats).</source>
        <translation>出力チャネルの 32 個の重みごとに 2 のべき乗を共有し、1 バイトで保存します（OCP Microscaling Formats）。</translation>
    </message>
    <message>
        <source>The range is found once, on the calibration images.</source>
        <translation>範囲はキャリブレーション画像で一度だけ決めます。</translation>
    </message>
    <message>
        <source>The range is that of each image&apos;s own values, found while it runs.</source>
        <translation>範囲は各画像自身の値から実行時に決めます。</translation>
    </message>
    <message>
        <source>The range is that of each token&apos;s own values, found while it runs.</source>
        <translation>範囲は各トークン自身の値から実行時に決めます。</translation>
    </message>
    <message>
        <source>Scales are FP32 numbers.</source>
        <translation>スケールは FP32 の数です。</translation>
    </message>
    <message>
        <source>Scales are rounded up to a power of two, so that scaling is a shift.</source>
        <translation>スケールを 2 のべき乗に切り上げ、スケーリングをシフトにします。</translation>
    </message>
    <message>
        <source>Power-of-two scales are for INT2 and wider, outside of MX blocks, whose scales are powers of two anyway</source>
        <translation>2 のべき乗のスケールは INT2 以上用です。MX ブロックのスケールはもともと 2 のべき乗です</translation>
    </message>
    <message>
        <source>MX blocks hold INT8, FP8 or FP4, not %1</source>
        <translation>MX ブロックは INT8、FP8、FP4 用で、%1 は使えません</translation>
    </message>
    <message>
        <source>MX blocks have no zero points: they are symmetric</source>
        <translation>MX ブロックにゼロ点はなく、対称です</translation>
    </message>
    <message>
        <source>1-bit weights are a sign times a mean magnitude: they are symmetric</source>
        <translation>1 ビットの重みは符号と平均の大きさの積なので、対称です</translation>
    </message>
    <message>
        <source>%1 weights have no zero point: they are symmetric</source>
        <translation>%1 の重みにゼロ点はなく、対称です</translation>
    </message>
    <message>
        <source>No matrix product reads this tensor, so it has no tokens</source>
        <translation>このテンソルを読む行列積がないため、トークンがありません</translation>
    </message>
    <message>
        <source>%1 has no scale, and so no range</source>
        <translation>%1 にはスケールがなく、範囲もありません</translation>
    </message>
    <message>
        <source>%1 has no zero point: it is symmetric</source>
        <translation>%1 にゼロ点はなく、対称です</translation>
    </message>
    <message>
        <source>%1 does not take %2 in %3 (%4)</source>
        <translation>%1 は %3 の %2 を受け付けません（%4）</translation>
    </message>
    <message>
        <source>W scales</source>
        <translation>W スケール</translation>
    </message>
    <message>
        <source>A ranges</source>
        <translation>A 範囲</translation>
    </message>
    <message>
        <source>Per-channel: every output channel has its own scale. Per-tensor: one scale for all weights of the layer. Groups and MX blocks: some weights of an output channel share one.</source>
        <translation>チャネル単位：出力チャネルごとに独自のスケール。テンソル単位：層のすべての重みに一つ。グループと MX ブロック：出力チャネルのいくつかの重みが一つを共有します。</translation>
    </message>
    <message>
        <source>Real: scales are FP32 numbers. Powers of two: scaling is a shift.</source>
        <translation>実数：スケールは FP32 の数。2 のべき乗：スケーリングはシフトになります。</translation>
    </message>
    <message>
        <source>Where the range of the tensor this layer produces comes from: the calibration images (static), or each image or token while it runs (dynamic).</source>
        <translation>この層が作るテンソルの範囲の由来：キャリブレーション画像（静的）、または実行時の各画像・各トークン（動的）。</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; is not legal here; zero points and power-of-two scales are for INT2 and wider outside of MX blocks, so change the bits or the other settings of the rule</source>
        <translation>規則「%1」はここでは使えません。ゼロ点と 2 のべき乗のスケールは MX ブロック以外の INT2 以上用です。規則のビット数かほかの設定を変えてください</translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation>%1 個ずつ</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX ブロック</translation>
    </message>
    <message>
        <source>real</source>
        <translation>実数</translation>
    </message>
    <message>
        <source>powers of two</source>
        <translation>2 のべき乗</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <source>of each image</source>
        <translation>画像ごと</translation>
    </message>
    <message>
        <source>of each token</source>
        <translation>トークンごと</translation>
    </message>
    <message>
        <source>weight scales</source>
        <translation>重みのスケール</translation>
    </message>
    <message>
        <source>activation ranges</source>
        <translation>活性化の範囲</translation>
    </message>
    <message>
        <source>When to take the screenshot: opened, evaluated, swept (runs a sensitivity sweep first), searched (runs a search for mixed precision first), corrected (corrects the weights first), tried (evaluates some uniform configurations first) or toured (with the tour of the window).</source>
        <translation>スクリーンショットを撮る時点: opened、evaluated、swept (先に感度スイープを実行)、searched (先に混合精度を探索)、corrected (先に重みを補正)、tried (先に一様な構成をいくつか評価)、toured (ウィンドウのツアーを表示)。</translation>
    </message>
    <message>
        <source>--after needs opened, evaluated, swept, searched, corrected, tried or toured, not %1</source>
        <translation>--after には opened、evaluated、swept、searched、corrected、tried、toured のいずれかが必要です: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n with a range set by hand</source>
        <translation>
            <numerusform>範囲が手動で設定された %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind ReLU6 or another clipping activation function</source>
        <translation>
            <numerusform>ReLU6 などのクリップする活性化関数の後の %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind an activation function that does not scale with its input</source>
        <translation>
            <numerusform>入力に比例しない活性化関数の後の %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with shared weights</source>
        <translation>
            <numerusform>重みを共有する %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read or made by other operators, too</source>
        <translation>
            <numerusform>ほかの演算子も読み取るか生成する %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Channels of %n groups of layers equalized.</source>
        <translation>
            <numerusform>%n 組のレイヤーのチャネルを均等化しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped: %2.</source>
        <translation>%1 スキップ: %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n without a ReLU alone between them</source>
        <translation>
            <numerusform>間が単独の ReLU でないもの %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n before a layer that pads with zeros</source>
        <translation>
            <numerusform>ゼロでパディングするレイヤーの前 %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without biases</source>
        <translation>
            <numerusform>バイアスのないもの %n 組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without channels that are nearly always above zero</source>
        <translation>
            <numerusform>ほぼ常に 0 を超えるチャネルのないもの %n 組</numerusform>
        </translation>
    </message>
    <message>
        <source>No biases to absorb.</source>
        <translation>吸収できるバイアスはありません。</translation>
    </message>
    <message>
        <source>Biases stay: FP32 outputs would change too much on the calibration images (SQNR %1 dB, at least %2 dB wanted).</source>
        <translation>バイアスは変更しません。キャリブレーション画像で FP32 の出力が変わりすぎます (SQNR %1 dB、%2 dB 以上が必要)。</translation>
    </message>
    <message numerus="yes">
        <source>Biases of %n channels absorbed; SQNR of FP32 outputs on the calibration images: %1 dB.</source>
        <translation>
            <numerusform>%n 個のチャネルのバイアスを吸収しました。キャリブレーション画像での FP32 出力の SQNR: %1 dB。</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration: %1</source>
        <translation>キャリブレーション: %1</translation>
    </message>
    <message>
        <source>Other calibration methods</source>
        <translation>他のキャリブレーション手法</translation>
    </message>
    <message>
        <source>Weight ranges by MSE</source>
        <translation>MSE による重みの範囲</translation>
    </message>
    <message>
        <source>Equalized channels</source>
        <translation>チャネルの均等化</translation>
    </message>
    <message>
        <source>Absorbed high biases</source>
        <translation>大きなバイアスの吸収</translation>
    </message>
    <message>
        <source>Corrected weights</source>
        <translation>重みの補正</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>no better, left out</source>
        <translation>改善なし、不採用</translation>
    </message>
    <message>
        <source>nothing to do here</source>
        <translation>ここでは対象なし</translation>
    </message>
    <message>
        <source>no time left: about %1</source>
        <translation>時間不足: 約 %1</translation>
    </message>
    <message numerus="yes">
        <source>No method made the configuration better, judged by %n calibration images.</source>
        <translation>
            <numerusform>%n 枚のキャリブレーション画像での評価では、設定を改善する手法はありませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>KL divergence from FP32</source>
        <translation>FP32 との KL ダイバージェンス</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>信号に対するノイズ</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 → %3, judged by %n calibration images that nothing was fitted to.</source>
        <translation>
            <numerusform>%1 %2 → %3（調整に使っていない %n 枚のキャリブレーション画像で評価）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The range whose quantized histogram has the smallest Kullback-Leibler divergence from the original (Migacz 2017).</source>
        <translation>量子化したヒストグラムと元のヒストグラムとの Kullback-Leibler ダイバージェンスが最小になる範囲（Migacz 2017）。</translation>
    </message>
    <message>
        <source>Every weight is kept.</source>
        <translation>すべての重みを残します。</translation>
    </message>
    <message>
        <source>The weights of least magnitude become zero (Han et al. 2015).</source>
        <translation>絶対値の最も小さい重みがゼロになります（Han ら 2015）。</translation>
    </message>
    <message>
        <source>Of every %1 weights that follow each other along the input channels the %2 largest are kept (Mishra et al. 2021).</source>
        <translation>入力チャネル方向に並ぶ %1 個の重みごとに、大きい方から %2 個を残します（Mishra ら 2021）。</translation>
    </message>
    <message>
        <source>Channels whose filters have the least L1 norm are removed from this layer, from those it shares them with and from those that read them; the exported model lacks them (Li et al. 2017).</source>
        <translation>フィルターの L1 ノルムが最も小さいチャネルを、このレイヤー、それを共有するレイヤー、それを読むレイヤーから取り除きます。エクスポートしたモデルには含まれません（Li ら 2017）。</translation>
    </message>
    <message>
        <source>an activation function does not make 0 of 0</source>
        <translation>活性化関数が 0 を 0 にしません</translation>
    </message>
    <message>
        <source>another operator makes or reads the channels</source>
        <translation>ほかの演算子がチャネルを作るか読みます</translation>
    </message>
    <message>
        <source>the channels are an output of the model</source>
        <translation>チャネルはモデルの出力です</translation>
    </message>
    <message>
        <source>several layers share weights</source>
        <translation>複数のレイヤーが重みを共有しています</translation>
    </message>
    <message>
        <source>a depthwise layer has the channels of the layer before; prune those</source>
        <translation>深さ方向レイヤーのチャネルは前のレイヤーのものです。そちらを枝刈りしてください</translation>
    </message>
    <message>
        <source>no layer with weights reads the channels</source>
        <translation>重みを持つレイヤーがチャネルを読みません</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1</source>
        <translation>チャネルを取り除けません: %1</translation>
    </message>
    <message>
        <source>Channels cannot be removed: %1 (%2)</source>
        <translation>チャネルを取り除けません: %1（%2）</translation>
    </message>
    <message>
        <source>1-bit weights have no zero, so nothing can be pruned</source>
        <translation>1 ビットの重みにはゼロがないため、枝刈りできません</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>枝刈り</translation>
    </message>
    <message>
        <source>Accumulator</source>
        <translation>アキュムレーター</translation>
    </message>
    <message>
        <source>Which weights become zero before the rest is quantized: a share of those of least magnitude (Han et al. 2015), all but N of every M along the input channels (Mishra et al. 2021), or whole channels (Li et al. 2017). Correct Weights fits the others so that they make up for them.</source>
        <translation>残りを量子化する前にどの重みをゼロにするか: 絶対値の小さいものから一定の割合（Han ら 2015）、入力チャネル方向の M 個ごとに N 個以外すべて（Mishra ら 2021）、またはチャネル全体（Li ら 2017）。「重みを補正」は残りの重みをそれを補うように合わせます。</translation>
    </message>
    <message>
        <source>Signed bits of the integer sums of this layer that no input can overflow, from the weight codes, the bias and the grid of the input (Colbert et al. 2023).</source>
        <translation>このレイヤーの整数の和が、どの入力でもオーバーフローしない符号付きビット数です。重みの整数値、バイアス、入力の格子から求めます (Colbert et al. 2023)。</translation>
    </message>
    <message>
        <source>No input can overflow %1 bits.</source>
        <translation>どの入力でも %1 ビットはオーバーフローしません。</translation>
    </message>
    <message>
        <source>Could overflow %1 bits in %2 of %3 channels.</source>
        <translation>%3 チャネル中 %2 チャネルで %1 ビットがオーバーフローする可能性があります。</translation>
    </message>
    <message>
        <source>not pruned</source>
        <translation>枝刈りなし</translation>
    </message>
    <message>
        <source>%1 % of weights</source>
        <translation>重みの %1 %</translation>
    </message>
    <message>
        <source>%1 % of channels</source>
        <translation>チャネルの %1 %</translation>
    </message>
    <message>
        <source>weight pruning</source>
        <translation>重みの枝刈り</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>The input channels with the largest weights are doubled and their weights halved, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019).</source>
        <translation>重みの最も大きい入力チャネルを二重にして重みを半分にし、格子を細かくします（外れ値チャネル分割、Zhao ら 2019）。</translation>
    </message>
    <message>
        <source>No channels are added.</source>
        <translation>チャネルを追加しません。</translation>
    </message>
    <message>
        <source>Channels cannot be split: all groups of a depthwise or grouped convolution have equally many input channels, so that one cannot be copied alone</source>
        <translation>チャネルを分割できません: 深さ方向畳み込みやグループ畳み込みではすべてのグループの入力チャネル数が等しいため、一つだけを複製できません</translation>
    </message>
    <message>
        <source>Channels cannot be split: the layer is a transposed convolution or has a transposed input</source>
        <translation>チャネルを分割できません: 転置畳み込みか、入力が転置されたレイヤーです</translation>
    </message>
    <message>
        <source>Channels cannot be split: the weights are not a matrix on the right of what the layer reads</source>
        <translation>チャネルを分割できません: 重みが、レイヤーの入力の右に掛ける行列ではありません</translation>
    </message>
    <message>
        <source>A layer is pruned or has split channels, not both</source>
        <translation>一つのレイヤーで枝刈りとチャネル分割を同時には使えません</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Input channels added by doubling those with the largest weights and halving these, so that the grid gets finer (outlier channel splitting, Zhao et al. 2019); weights of such layers are rounded to nearest.</source>
        <translation>重みの最も大きいチャネルを二重にして重みを半分にすることで追加する入力チャネル。格子が細かくなります（外れ値チャネル分割、Zhao ら 2019）。このようなレイヤーの重みは最近接に丸めます。</translation>
    </message>
    <message>
        <source>%1 % added</source>
        <translation>%1 % 追加</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>分割なし</translation>
    </message>
    <message>
        <source>channel splitting</source>
        <translation>チャネル分割</translation>
    </message>
    <message>
        <source>%1 %2 : 1, now %3 : 1</source>
        <translation>%1 %2 : 1、現在 %3 : 1</translation>
    </message>
    <message>
        <source>Nothing to smooth: no MatMul or Gemm of this model reads what another layer or a normalization writes.</source>
        <translation>平滑化する対象がありません。このモデルには、ほかのレイヤーや正規化の出力を読む MatMul や Gemm がありません。</translation>
    </message>
    <message numerus="yes">
        <source>Activations of %n groups of layers smoothed.</source>
        <translation>
            <numerusform>%n 組のレイヤーの活性化を平滑化しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 They take the place of the equalization.</source>
        <translation>%1 それまでのチャネル均等化は置き換えられました。</translation>
    </message>
    <message>
        <source>%1 Largest over least range of their channels: %2.</source>
        <translation>%1 チャネルの最大範囲と最小範囲の比: %2。</translation>
    </message>
    <message>
        <source>Smoothed activations</source>
        <translation>平滑化した活性値</translation>
    </message>
    <message>
        <source>A file was not found.</source>
        <translation>ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>A file is damaged or of another kind.</source>
        <translation>ファイルが壊れているか、種類が違います。</translation>
    </message>
    <message>
        <source>A file could not be written.</source>
        <translation>ファイルに書き込めませんでした。</translation>
    </message>
    <message>
        <source>The model contradicts the ONNX standard.</source>
        <translation>モデルが ONNX の規格に反しています。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>これには対応していません。</translation>
    </message>
    <message>
        <source>Sizes do not fit together.</source>
        <translation>大きさが合いません。</translation>
    </message>
    <message>
        <source>This setting is not possible here.</source>
        <translation>この設定はここでは使えません。</translation>
    </message>
    <message>
        <source>An entry of a file is wrong.</source>
        <translation>ファイルの項目に誤りがあります。</translation>
    </message>
    <message>
        <source>The inference engine reports a failure.</source>
        <translation>推論エンジンがエラーを報告しました。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>メモリが足りません。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>no ReLU alone between them</source>
        <translation>間に ReLU だけがあるわけではありません</translation>
    </message>
    <message>
        <source>what reads them pads with zeros</source>
        <translation>それを読むレイヤーがゼロで埋めます</translation>
    </message>
    <message>
        <source>a layer without biases</source>
        <translation>バイアスのないレイヤーがあります</translation>
    </message>
    <message>
        <source>a range is set by hand</source>
        <translation>手動で設定した範囲があります</translation>
    </message>
    <message>
        <source>no channel is nearly always above zero</source>
        <translation>ほぼ常にゼロを上回るチャネルがありません</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too</source>
        <translation>他の演算子もそのチャネルを読むか作ります</translation>
    </message>
    <message>
        <source>a range is set by hand (%1)</source>
        <translation>手動で設定した範囲があります (%1)</translation>
    </message>
    <message>
        <source>ReLU6 or another clipping activation function (%1)</source>
        <translation>ReLU6 などの切り詰める活性化関数 (%1)</translation>
    </message>
    <message>
        <source>an activation function that does not scale with its input (%1)</source>
        <translation>入力に比例しない活性化関数 (%1)</translation>
    </message>
    <message>
        <source>several layers share weights (%1)</source>
        <translation>複数のレイヤーが重みを共有しています (%1)</translation>
    </message>
    <message>
        <source>other operators read or make the channels, too (%1)</source>
        <translation>他の演算子もそのチャネルを読むか作ります (%1)</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Time of day, method, how long it took</extracomment>
        <translation>%1  %2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n images</source>
        <translation>
            <numerusform>%1、画像 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>重みを補正</translation>
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
        <translation>バイアス補正</translation>
    </message>
    <message>
        <source>Bias correction without images</source>
        <translation>画像なしのバイアス補正</translation>
    </message>
    <message>
        <source>Round to nearest</source>
        <translation>最近値に丸める</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>チャネルを均等化</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>高いバイアスを吸収</translation>
    </message>
    <message>
        <source>Smooth activations</source>
        <translation>活性化を平滑化</translation>
    </message>
    <message>
        <source>Rounds weight after weight; what is left makes up for the errors so far, by the Hessian of the inputs. Biases stay (Frantar et al. 2022)</source>
        <translation>重みを 1 つずつ丸め、残りの重みが入力のヘッセ行列に基づいてそれまでの誤差を補います。バイアスは変わりません (Frantar et al. 2022)</translation>
    </message>
    <message>
        <source>Learns by gradient descent for every weight whether it is rounded up or down. Biases stay (Nagel et al. 2020)</source>
        <translation>各重みを切り上げるか切り捨てるかを勾配降下法で学習します。バイアスは変わりません (Nagel et al. 2020)</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases so that the means of the outputs stay what they are in FP32 (Nagel et al. 2019, section 4.2)</source>
        <translation>最近接で丸め、出力の平均が FP32 と同じに保たれるようにバイアスを設定します (Nagel et al. 2019、4.2 節)</translation>
    </message>
    <message>
        <source>Rounds to nearest, and sets biases by what batch normalization tells of the inputs&apos; means; needs no images (Nagel et al. 2019, section 4.2.1)</source>
        <translation>最近接で丸め、バッチ正規化からわかる入力の平均に基づいてバイアスを設定します。画像は不要です (Nagel et al. 2019、4.2.1 節)</translation>
    </message>
    <message>
        <source>Scale channels so that layers that write and read them have equal ranges; FP32 outputs stay (cross-layer equalization, Nagel et al. 2019)</source>
        <translation>チャネルを書き込むレイヤーと読み取るレイヤーの範囲が等しくなるようにチャネルをスケーリングします。FP32 の出力は変わりません (クロスレイヤー均等化、Nagel et al. 2019)</translation>
    </message>
    <message>
        <source>Move high biases before a ReLU to the layer behind it, so that activations have smaller ranges. FP32 outputs change a little; where they would change more, biases stay. Needs equalized channels (Nagel et al. 2019, section 4.1.3)</source>
        <translation>ReLU の前の大きなバイアスを後ろのレイヤーへ移し、活性化の範囲を小さくします。FP32 の出力はわずかに変わります。変化が大きすぎる場合、バイアスは変更しません。チャネルの均等化が必要です (Nagel et al. 2019、4.1.3 節)</translation>
    </message>
    <message>
        <source>Scale channels that MatMul and Gemm read so that weights take over the outliers of activations; FP32 outputs stay. In place of equalized channels (SmoothQuant, Xiao et al. 2023)</source>
        <translation>MatMul と Gemm が読むチャネルをスケーリングし、活性化の外れ値を重みに引き受けさせます。FP32 の出力は変わりません。均等化されたチャネルは置き換えられます (SmoothQuant、Xiao et al. 2023)</translation>
    </message>
    <message>
        <source>Per-channel: each index of axis %1 of the weight tensor has its own scale. Groups lie along it, at every position of the other axes (ONNX operator DequantizeLinear).</source>
        <translation>チャネル単位：重みテンソルの軸 %1 のインデックスごとに独自のスケール。グループは、他の軸の各位置でこの軸に沿って並びます（ONNX 演算子 DequantizeLinear）。</translation>
    </message>
    <message>
        <source>Scales are those of output channels; groups lie within these.</source>
        <translation>スケールは出力チャネルのもので、グループはその中に並びます。</translation>
    </message>
    <message>
        <source>The layer&apos;s weights have no axis %1</source>
        <translation>この層の重みに軸 %1 はありません</translation>
    </message>
    <message>
        <source>Channels are split on INT2 to INT8 with a real scale for the tensor or for each output channel</source>
        <translation>チャネル分割は、テンソルまたは出力チャネルごとに実数のスケールを持つ INT2 ～ INT8 で使えます</translation>
    </message>
    <message>
        <source>Only the scales of channels and groups lie along an axis</source>
        <translation>軸に沿って並ぶのは、チャネルとグループのスケールだけです</translation>
    </message>
    <message>
        <source>W axis</source>
        <translation>W 軸</translation>
    </message>
    <message>
        <source>Axis of the weight tensor along which per-channel scales and groups lie. Outputs: the output channels, and groups within these. Layers with another axis run in floating point, since such scales are no factors of integer sums.</source>
        <translation>チャネル単位のスケールとグループが並ぶ、重みテンソルの軸。出力：出力チャネルと、その中のグループ。他の軸を使う層は浮動小数点で計算します。そのようなスケールは整数和の係数としてくくり出せないためです。</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation>軸 %1</translation>
    </message>
    <message>
        <source>weight axis</source>
        <translation>重みの軸</translation>
    </message>
    <message>
        <source>The range holds every weight.</source>
        <translation>範囲はすべての重みを含みます。</translation>
    </message>
    <message>
        <source>The range that rounds with the least squared error; weights outside are clipped.</source>
        <translation>丸めの二乗誤差が最小になる範囲です。範囲外の重みは切り詰められます。</translation>
    </message>
    <message>
        <source>The largest weights are left out of the range and clipped.</source>
        <translation>最も大きい重みは範囲に含めず、切り詰めます。</translation>
    </message>
    <message>
        <source>The range was set by hand, in the inspector.</source>
        <translation>範囲はインスペクターで手動設定されています。</translation>
    </message>
    <message>
        <source>The calibration method of the whole model counts.</source>
        <translation>モデル全体のキャリブレーション手法に従います。</translation>
    </message>
    <message>
        <source>There is no range that calibration finds.</source>
        <translation>キャリブレーションで求める範囲はありません。</translation>
    </message>
    <message>
        <source>1-bit and ternary weights, MX blocks and formats without scales have no range to choose</source>
        <translation>1 ビットと三値の重み、MX ブロック、スケールのない形式には選べる範囲がありません</translation>
    </message>
    <message>
        <source>The tensor has no range that calibration finds</source>
        <translation>このテンソルにはキャリブレーションで求める範囲がありません</translation>
    </message>
    <message>
        <source>W ranges</source>
        <translation>W 範囲</translation>
    </message>
    <message>
        <source>A calibration</source>
        <translation>A キャリブレーション</translation>
    </message>
    <message>
        <source>How the range of each scale&apos;s weights is found: all of them, what rounds with the least squared error, or a percentile. Weights outside are clipped.</source>
        <translation>各スケールの重みの範囲の求め方です。すべての重み、丸めの二乗誤差が最小になる範囲、またはパーセンタイル。範囲外の重みは切り詰められます。</translation>
    </message>
    <message>
        <source>How the range of the tensor this layer produces follows from the calibration images: as the whole model&apos;s (Calibration menu), or by a method of its own.</source>
        <translation>この層が出力するテンソルの範囲をキャリブレーション画像からどう求めるか。モデル全体と同じ（キャリブレーションメニュー）か、独自の手法です。</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>モデルと同じ</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>weight ranges</source>
        <translation>重みの範囲</translation>
    </message>
    <message>
        <source>activation calibration</source>
        <translation>活性化のキャリブレーション</translation>
    </message>
    <message>
        <source>Ranges of scales</source>
        <translation>スケールの範囲</translation>
    </message>
    <message>
        <source>Output calibration</source>
        <translation>出力のキャリブレーション</translation>
    </message>
    <message>
        <source>Fit weights and biases to the calibration images, layer by layer: least squares, then rounding by the Hessian (Frantar et al. 2022), in formats other than plain integers to nearest</source>
        <translation>層ごとに重みとバイアスをキャリブレーション画像に合わせます。最小二乗の後にヘッセ行列で丸め（Frantar ほか 2022）、単純な整数以外の形式では最近接に丸めます</translation>
    </message>
    <message numerus="yes">
        <source>corrected weights of %n layers</source>
        <translation>
            <numerusform>%n 個のレイヤーの補正済みの重み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>equalized channels of %n layers</source>
        <translation>
            <numerusform>%n 個のレイヤーの均等化したチャネル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pruned channels of %n layers</source>
        <translation>
            <numerusform>%n 個のレイヤーの枝刈りしたチャネル</numerusform>
        </translation>
    </message>
    <message>
        <source>This did not fit any more and has gone: %1. Undo brings it back.</source>
        <translation>次のものは合わなくなったため取り除きました: %1。元に戻すと復元されます。</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>畳み込み済み</translation>
    </message>
    <message>
        <source>Kept apart, in float</source>
        <translation>別に保持、浮動小数点で計算</translation>
    </message>
    <message>
        <source>Skipped: it stands behind no layer with weights</source>
        <translation>対象外: 重みのあるレイヤーの後ろにありません</translation>
    </message>
    <message>
        <source>Skipped: others read the layer&apos;s output before it, too</source>
        <translation>対象外: 手前のレイヤーの出力をほかも読み取ります</translation>
    </message>
    <message>
        <source>Skipped: its parameters are not constant</source>
        <translation>対象外: パラメーターが定数ではありません</translation>
    </message>
    <message>
        <source>Skipped: its channels or the layer&apos;s bias have another shape</source>
        <translation>対象外: チャネルまたはレイヤーのバイアスの形状が異なります</translation>
    </message>
    <message numerus="yes">
        <source>%n with batch normalization kept apart</source>
        <translation>
            <numerusform>%n 組はバッチ正規化を別に保持</numerusform>
        </translation>
    </message>
    <message>
        <source>its batch normalization is kept apart (%1)</source>
        <translation>バッチ正規化を別に保持しています (%1)</translation>
    </message>
    <message>
        <source>batch normalization that is kept apart shifts the channels</source>
        <translation>別に保持したバッチ正規化がチャネルをずらします</translation>
    </message>
    <message>
        <source>Fold batch normalization</source>
        <translation>バッチ正規化を畳み込む</translation>
    </message>
    <message>
        <source>Merge batch normalization into the weights and biases before it, as integer kernels need it; Remove keeps it apart, in float behind the weights as they are in the model. FP32 outputs stay (Jacob et al. 2018, section 3.2; Krishnamoorthi 2018)</source>
        <translation>バッチ正規化を手前の重みとバイアスに畳み込みます。整数カーネルにはこれが必要です。「取り除く」では別に保持し、モデルにあるままの重みの後ろで浮動小数点で計算します。FP32 の出力は変わりません (Jacob et al. 2018、3.2 節、Krishnamoorthi 2018)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationPlot</name>
    <message>
        <source>Value of the output</source>
        <translation>出力の値</translation>
    </message>
    <message>
        <source>Values per bin</source>
        <translation>ビンあたりの値の数</translation>
    </message>
    <message>
        <source>Histogram of the layer&apos;s output with its clipping limits</source>
        <translation>レイヤー出力のヒストグラムとクリッピング範囲</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ActivationSmoothing</name>
    <message>
        <source>Smooth activations</source>
        <translation>活性化を平滑化</translation>
    </message>
    <message>
        <source>Undo smoothing</source>
        <translation>平滑化を元に戻す</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BatchNormFolding</name>
    <message numerus="yes">
        <source>Keep batch normalization of %n layers apart</source>
        <translation>
            <numerusform>%n 個のレイヤーのバッチ正規化を別に保持</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold batch normalization of %n layers</source>
        <translation>
            <numerusform>%n 個のレイヤーのバッチ正規化を畳み込む</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethods</name>
    <message>
        <source>Choose the best methods</source>
        <translation>最適な手法を選択</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BestMethodsView</name>
    <message>
        <source>Best for Me</source>
        <translation>最適な手法を選ぶ</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL ダイバージェンス</translation>
    </message>
    <message>
        <source>Noise over signal</source>
        <translation>信号に対するノイズ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Methods that were tried</source>
        <translation>試した手法</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BiasAbsorption</name>
    <message>
        <source>Undo bias absorption</source>
        <translation>バイアスの吸収を取り消す</translation>
    </message>
    <message>
        <source>Absorb high biases</source>
        <translation>大きなバイアスを吸収</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::BulkEditor</name>
    <message>
        <source>Weights:</source>
        <translation>重み:</translation>
    </message>
    <message>
        <source>Weight bits of the selected layers</source>
        <translation>選択したレイヤーの重みビット幅</translation>
    </message>
    <message>
        <source>Weight symmetry of the selected layers</source>
        <translation>選択したレイヤーの重みの対称性</translation>
    </message>
    <message>
        <source>Weight granularity of the selected layers</source>
        <translation>選択したレイヤーの重みの粒度</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>出力:</translation>
    </message>
    <message>
        <source>Activation bits of the selected layers</source>
        <translation>選択したレイヤーの活性化ビット幅</translation>
    </message>
    <message>
        <source>Activation symmetry of the selected layers</source>
        <translation>選択したレイヤーの活性化の対称性</translation>
    </message>
    <message>
        <source>Select layers to edit them together</source>
        <translation>レイヤーを選択するとまとめて編集できます</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 個選択</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混在</translation>
    </message>
    <message>
        <source>Weight pruning of the selected layers</source>
        <translation>選択したレイヤーの重みの枝刈り</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadeDialog</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>エクスポート(&amp;X)…</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>カスケード</translation>
    </message>
    <message>
        <source>Every image runs through the cheap configuration; where its most probable class leads the second by less than a threshold, the better one answers (Park et al. 2015, Wang et al. 2018).</source>
        <translation>すべての画像を低コストの構成で実行し、最も確率の高いクラスと 2 番目との差がしきい値より小さいときは、より良い構成が答えます（Park et al. 2015、Wang et al. 2018）。</translation>
    </message>
    <message>
        <source>Cheap</source>
        <translation>低コスト</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>より良い</translation>
    </message>
    <message>
        <source>Accuracy that may be &amp;lost</source>
        <translation>失ってよい精度(&amp;L)</translation>
    </message>
    <message>
        <source>C&amp;ost</source>
        <translation>コスト(&amp;O)</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source> points</source>
        <translation> ポイント</translation>
    </message>
    <message>
        <source>How much less accurate than the better configuration the cascade may be on the validation images</source>
        <translation>検証画像で、カスケードがより良い構成よりどれだけ精度が低くてもよいか</translation>
    </message>
    <message>
        <source>Bit operations</source>
        <translation>ビット演算</translation>
    </message>
    <message>
        <source>Time on this machine</source>
        <translation>このコンピューターでの時間</translation>
    </message>
    <message>
        <source>What the cascade is to save</source>
        <translation>カスケードで節約するもの</translation>
    </message>
    <message>
        <source>Write both models as ONNX, with a file that names them and the threshold</source>
        <translation>両方のモデルを ONNX として書き出し、それらとしきい値を記したファイルを添えます</translation>
    </message>
    <message>
        <source>Running both configurations…</source>
        <translation>両方の構成を実行中…</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>same class as FP32</source>
        <translation>FP32 と同じクラス</translation>
    </message>
    <message>
        <source>Threshold %1: %2 of the images run again. Accuracy (%3) %4; cheap alone %5, better alone %6. Mean cost %7 of the better configuration&apos;s.</source>
        <translation>しきい値 %1: 画像の %2 を再実行します。精度（%3）%4、低コストのみ %5、より良い方のみ %6。平均コストはより良い構成の %7。</translation>
    </message>
    <message>
        <source>Threshold chosen on one half of the images and judged on the other: accuracy %1, %2 run again, cost %3.</source>
        <translation>画像の半分でしきい値を選び、残りの半分で評価: 精度 %1、再実行 %2、コスト %3。</translation>
    </message>
    <message>
        <source>This costs no less than the better configuration alone: allow more loss, or take a cheaper one.</source>
        <translation>より良い構成だけを使うよりコストが下がりません。許容する損失を増やすか、より低コストの構成を選んでください。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Export Cascade to Folder</source>
        <translation>カスケードをフォルダーへエクスポート</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>エクスポート中…</translation>
    </message>
    <message>
        <source>Both models and %1 are written.</source>
        <translation>両方のモデルと %1 を書き出しました。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CascadePlot</name>
    <message>
        <source>Cascade</source>
        <translation>カスケード</translation>
    </message>
    <message>
        <source>Better alone</source>
        <translation>より良い方のみ</translation>
    </message>
    <message>
        <source>Cheap alone</source>
        <translation>低コストのみ</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Mean cost of an image, % of the better configuration&apos;s</source>
        <translation>画像 1 枚の平均コスト、より良い構成に対する %</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>精度、%</translation>
    </message>
    <message>
        <source>Accuracy of the cascade against its mean cost</source>
        <translation>カスケードの精度と平均コスト</translation>
    </message>
    <message>
        <source>Threshold %1: %2 run again, accuracy %3, cost %4 of the better configuration&apos;s</source>
        <translation>しきい値 %1: 再実行 %2、精度 %3、コストはより良い構成の %4</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelEqualization</name>
    <message>
        <source>Undo equalization</source>
        <translation>均等化を取り消す</translation>
    </message>
    <message>
        <source>Equalize channels</source>
        <translation>チャネルを均等化</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ChannelRangesPlot</name>
    <message>
        <source>Smallest to largest weight</source>
        <translation>重みの最小～最大</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>共通スケール</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>重みの値</translation>
    </message>
    <message>
        <source>Range of every channel&apos;s weights</source>
        <translation>各チャネルの重みの範囲</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>出力チャネル</translation>
    </message>
    <message>
        <source>Output channels, the widest first</source>
        <translation>出力チャネル (範囲の広い順)</translation>
    </message>
    <message>
        <source>Output channels, the noisiest first</source>
        <translation>出力チャネル (ノイズの多い順)</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>チャネル %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>SQNR as quantized now: %1</source>
        <translation>現在の量子化での SQNR: %1</translation>
    </message>
    <message>
        <source>Fills %1 of one scale for all: %2 bits fewer than the widest channel</source>
        <translation>共通スケールの %1 を使用: 範囲が最も広いチャネルより %2 ビット少ない</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ColorLegend</name>
    <message>
        <source>Legend of the graph&apos;s colours</source>
        <translation>グラフの色の凡例</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>コマンドの語句</translation>
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
        <translation>FP32 との一致率</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>出力 SQNR</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>モデルサイズ</translation>
    </message>
    <message>
        <source>Weight bits on average</source>
        <translation>平均重みビット幅</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>%1 の重み</translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation>活性化 %1</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>fixed-point</source>
        <translation>固定小数点</translation>
    </message>
    <message>
        <source>float</source>
        <translation>浮動小数点</translation>
    </message>
    <message>
        <source>Multipliers</source>
        <translation>乗数</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationDocument</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n レイヤー</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin bits of %1</source>
        <translation>%1 のビット幅を固定</translation>
    </message>
    <message>
        <source>Unpin bits of %1</source>
        <translation>%1 のビット幅の固定を解除</translation>
    </message>
    <message>
        <source>Fixed-point multipliers</source>
        <translation>固定小数点の乗数</translation>
    </message>
    <message>
        <source>Float multipliers</source>
        <translation>浮動小数点の乗数</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfigurationHistory</name>
    <message>
        <source>Name %1</source>
        <translation>%1 の名前を変更</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>%1 のメモを変更</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n configurations</source>
        <translation>
            <numerusform>%n 個の構成を削除</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed, %L1 weight bits on average</source>
        <translation>混合、平均重みビット幅 %L1</translation>
    </message>
    <message>
        <source>%1, corrected</source>
        <translation>%1、補正済み</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
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
        <translation>出力 SQNR</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>重みビット幅</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混在</translation>
    </message>
    <message>
        <source>%1, pruned: %2</source>
        <translation>%1、枝刈り: %2</translation>
    </message>
    <message>
        <source>%1, fixed-point</source>
        <translation>%1、固定小数点</translation>
    </message>
    <message>
        <source>%1, split: %2</source>
        <translation>%1、分割: %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionModel</name>
    <message numerus="yes">
        <source>%n images: FP32 says %1, quantized %2</source>
        <translation>
            <numerusform>画像 %n 枚: FP32 の予測は %1、量子化後は %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ConfusionView</name>
    <message>
        <source>Confusion matrix: FP32&apos;s answers in rows, quantized in columns</source>
        <translation>混同行列: 行は FP32、列は量子化後の予測</translation>
    </message>
    <message>
        <source>Rows: FP32&apos;s answer; columns: the quantized model&apos;s. A click shows the images.</source>
        <translation>行: FP32 の予測、列: 量子化モデルの予測。クリックすると該当する画像を表示します。</translation>
    </message>
    <message numerus="yes">
        <source>%n more classes have changed answers.</source>
        <translation>
            <numerusform>ほかに %n 個のクラスで予測が変わっています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CoursePlot</name>
    <message>
        <source>Calibration images</source>
        <translation>キャリブレーション画像</translation>
    </message>
    <message numerus="yes">
        <source>%n calibration images</source>
        <translation>
            <numerusform>キャリブレーション画像 %n 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::CourseView</name>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>With results</source>
        <translation>結果も測定</translation>
    </message>
    <message>
        <source>Run the calibration images once and note the range that every method finds after 1, 2, 4, … and all of them</source>
        <translation>キャリブレーション画像を 1 回実行し、1、2、4、… 枚と全枚数の時点で各手法が求める範囲を記録します</translation>
    </message>
    <message>
        <source>Run the validation images, too, calibrated with each number of images</source>
        <translation>それぞれの枚数で校正して、検証画像も実行します</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What is shown against the number of images</source>
        <translation>画像の枚数に対して表示するもの</translation>
    </message>
    <message>
        <source>The range of this output, or what the whole model does</source>
        <translation>この出力の範囲、またはモデル全体の結果</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Measured before the last edits</source>
        <translation>最後の編集より前に測定</translation>
    </message>
    <message>
        <source>Measure with results shows how many
calibration images are enough.</source>
        <translation>結果も測定すると、キャリブレーション画像が
何枚あれば十分かがわかります。</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>このレイヤーの出力には量子化器がありません。</translation>
    </message>
    <message>
        <source>Measure shows how many calibration images
the range of this output needs.</source>
        <translation>「測定」で、この出力の範囲に必要な
キャリブレーション画像の枚数がわかります。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::DimensionsDialog</name>
    <message>
        <source>Fix Dimensions</source>
        <translation>次元の固定</translation>
    </message>
    <message>
        <source>The model leaves some extents of its input “%1” (%2) open. Choose those to run it with.</source>
        <translation>モデルの入力「%1」(%2) には未確定の次元があります。実行時のサイズを指定してください。</translation>
    </message>
    <message>
        <source>Axis %1</source>
        <translation>軸 %1</translation>
    </message>
    <message>
        <source>Axis %1 (%2)</source>
        <translation>軸 %1 (%2)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ErrorHistogramPlot</name>
    <message>
        <source>Quantized − FP32</source>
        <translation>量子化後 − FP32</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>ビンあたりの重みの数</translation>
    </message>
    <message>
        <source>Histogram of the rounding errors of the weights</source>
        <translation>重みの丸め誤差のヒストグラム</translation>
    </message>
    <message>
        <source>The weights are exact: there is no error.</source>
        <translation>重みは元の値と完全に一致しており、誤差はありません。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::FeatureMapView</name>
    <message>
        <source>all channels</source>
        <translation>全チャネル</translation>
    </message>
    <message>
        <source>channel </source>
        <translation>チャネル </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量子化後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>of the configuration before</source>
        <translation>前回の構成の結果</translation>
    </message>
    <message>
        <source>SQNR %1 for %2</source>
        <translation>SQNR %1 (%2)</translation>
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
        <translation>量子化モデルの最上位クラスがラベルと一致した画像の割合です。下段: FP32。実行中は全画像に対する推定値を表示します。</translation>
    </message>
    <message>
        <source>≈ 100.0 %</source>
        <translation>≈ 100.0 %</translation>
    </message>
    <message>
        <source>FP32 100.0 %</source>
        <translation>FP32 100.0 %</translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation>FP32 との差</translation>
    </message>
    <message>
        <source>Top-1 less that of FP32 over the same images, in percentage points (without labels: agreement with FP32 less 100); below: less that of the configuration before. While images are running, ± is the 95 % confidence interval for all of them; without ± it is exact.</source>
        <translation>同じ画像に対する Top-1 から FP32 の Top-1 を引いた差 (パーセントポイント) です。ラベルがない場合は FP32 との一致率から 100 を引いた値です。下段: 前回の構成との差。実行中の ± は全画像に対する 95 % 信頼区間で、± がない値は確定値です。</translation>
    </message>
    <message>
        <source>−10.0 ± 10.0</source>
        <translation>−10.0 ± 10.0</translation>
    </message>
    <message>
        <source>before: −10.0 ± 10.0</source>
        <translation>前回: −10.0 ± 10.0</translation>
    </message>
    <message>
        <source>Top-5</source>
        <translation>Top-5</translation>
    </message>
    <message>
        <source>Share of images whose label is among the five best classes.</source>
        <translation>ラベルが上位 5 クラスに含まれる画像の割合です。</translation>
    </message>
    <message>
        <source>100.0 %</source>
        <translation>100.0 %</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Share of images on which the quantized model gives the same best class as FP32, right or wrong.</source>
        <translation>正誤にかかわらず、量子化モデルの最上位クラスが FP32 と同じ画像の割合です。</translation>
    </message>
    <message>
        <source>with FP32</source>
        <translation>対 FP32</translation>
    </message>
    <message>
        <source>Output SQNR</source>
        <translation>出力 SQNR</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio of the model&apos;s output: energy of the FP32 output over energy of the difference, in decibels. Higher is better.</source>
        <translation>モデル出力の信号対量子化雑音比 (dB): FP32 の出力のエネルギーと差分のエネルギーの比です。高いほど良い値です。</translation>
    </message>
    <message>
        <source>−10.0 dB</source>
        <translation>−10.0 dB</translation>
    </message>
    <message>
        <source>against FP32</source>
        <translation>対 FP32</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン類似度</translation>
    </message>
    <message>
        <source>Cosine of the angle between FP32 and quantized output, mean over images; 1 is the same direction.</source>
        <translation>FP32 の出力と量子化後の出力がなす角のコサインの、全画像の平均です。1 は同じ向きを表します。</translation>
    </message>
    <message>
        <source>−0.0000</source>
        <translation>−0.0000</translation>
    </message>
    <message>
        <source>to FP32</source>
        <translation>対 FP32</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL ダイバージェンス</translation>
    </message>
    <message>
        <source>How far the quantized class probabilities are from the FP32 ones, in nats, mean over images; 0 is the same.</source>
        <translation>量子化後のクラス確率が FP32 のクラス確率からどれだけ離れているかを表す値 (nats) の、全画像の平均です。0 は同一を表します。</translation>
    </message>
    <message>
        <source>10.0000</source>
        <translation>10.0000</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>モデルサイズ</translation>
    </message>
    <message>
        <source>Weights at their bits, scales, zero points and biases; below: size in FP32 and how many times smaller.</source>
        <translation>指定ビット幅の重み、スケール、ゼロ点、バイアスの合計です。下段: FP32 でのサイズと圧縮倍率。</translation>
    </message>
    <message>
        <source>10.00 MB</source>
        <translation>10.00 MB</translation>
    </message>
    <message>
        <source>FP32 100 MB, 10.0×</source>
        <translation>FP32 100 MB、10.0×</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>重みビット幅</translation>
    </message>
    <message>
        <source>Average over all weights that can be quantized.</source>
        <translation>量子化可能なすべての重みの平均です。</translation>
    </message>
    <message>
        <source>32.00</source>
        <translation>32.00</translation>
    </message>
    <message>
        <source>of 32</source>
        <translation>32 ビット中</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Validation images the figures stand for.</source>
        <translation>指標の計算に使用した検証画像の数です。</translation>
    </message>
    <message>
        <source>00000</source>
        <translation>00000</translation>
    </message>
    <message>
        <source>so far of 00000</source>
        <translation>全 00000 枚中</translation>
    </message>
    <message>
        <source>Figures of the whole model</source>
        <translation>モデル全体の指標</translation>
    </message>
    <message>
        <source>FP32 %1, %L2×</source>
        <translation>FP32 %1、%L2×</translation>
    </message>
    <message>
        <source>FP32 %1</source>
        <translation>FP32 %1</translation>
    </message>
    <message>
        <source>so far of %1</source>
        <translation>全 %1 枚中</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>所要 %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>前回: %1</translation>
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
        <translation>未測定です。「感度」パネルでスイープを開始してください</translation>
    </message>
    <message>
        <source>%1 at %2 bit</source>
        <translation>%1 (%2 ビット)</translation>
    </message>
    <message>
        <source>%1 output SQNR</source>
        <translation>出力 SQNR %1</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>Known once the configuration has been evaluated</source>
        <translation>構成の評価後に表示されます</translation>
    </message>
    <message>
        <source>Not measured yet: Quantize &gt; Measure Time</source>
        <translation>未測定: 量子化 &gt; 時間を測定</translation>
    </message>
    <message>
        <source>%1, before the last edit</source>
        <translation>%1、直前の編集前</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphFinder</name>
    <message>
        <source>Find in the graph (Ctrl+F)</source>
        <translation>グラフ内を検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>グラフ内を検索</translation>
    </message>
    <message>
        <source>Name of a layer, operator, attribute (strides=2x2) or shape of weights (32x3x3x3). Enter goes to the next match, Escape ends the search.</source>
        <translation>レイヤーの名前、演算子、属性 (strides=2x2)、または重みの形状 (32x3x3x3)。Enter で次の一致に移動し、Escape で検索を終了します。</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>前の一致 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>次の一致 (F3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphPanel</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>縮小 (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>拡大 (+)</translation>
    </message>
    <message>
        <source>Show the whole graph (F)</source>
        <translation>グラフ全体を表示 (F)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>すべての演算子</translation>
    </message>
    <message>
        <source>What the nodes are: layers with what is fused into them, or every operator of the simplified model on its own</source>
        <translation>ノードの単位: 演算子を融合したレイヤー、または簡略化したモデルの個々の演算子</translation>
    </message>
    <message>
        <source>Nodes of the graph</source>
        <translation>グラフのノード</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>演算子</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>ビット幅</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>感度</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>色分けの基準</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>色分け:</translation>
    </message>
    <message>
        <source>The graph of the model appears here.

Open an ONNX model (Ctrl+O), drop one on the window, or open the sample from the File menu.</source>
        <translation>モデルのグラフがここに表示されます。

ONNX モデルを開く (Ctrl+O) か、ウィンドウにドロップするか、「ファイル」メニューからサンプルを開いてください。</translation>
    </message>
    <message numerus="yes">
        <source>Laying out %n layers…</source>
        <translation>
            <numerusform>%n 個のレイヤーを配置中…</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xpand %1</source>
        <translation>%1 を展開(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Collapse %1</source>
        <translation>%1 を折りたたむ(&amp;C)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What the colours of the nodes stand for: the kind of operator, the bits of its weights, how sensitive the layer is at the lowest bits of the sweep, the noise of its output, its size, or its time in the exported model</source>
        <translation>ノードの色が表すもの: 演算子の種類、重みのビット数、スイープの最小ビットでのレイヤーの感度、出力のノイズ、サイズ、またはエクスポートしたモデルでの時間</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::GraphView</name>
    <message>
        <source>Graph of the model</source>
        <translation>モデルのグラフ</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Use Its &amp;Defaults</source>
        <translation>既定値を使う(&amp;D)</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>ハードウェア</translation>
    </message>
    <message>
        <source>What the chosen hardware does not take is greyed out in the table, the menus and the rules, and a search leaves it out.</source>
        <translation>選んだハードウェアが受け付けないものは表・メニュー・ルールで灰色になり、探索でも除かれます。</translation>
    </message>
    <message>
        <source>Hardware profiles</source>
        <translation>ハードウェアプロファイル</translation>
    </message>
    <message>
        <source>&amp;Add Profile…</source>
        <translation>プロファイルを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Read a profile of your own: a JSON file like those that come along</source>
        <translation>自分のプロファイルを読み込みます：付属のものと同じ形式の JSON ファイル</translation>
    </message>
    <message>
        <source>Forget a profile of your own; its file stays</source>
        <translation>自分のプロファイルを一覧から外します。ファイルは残ります</translation>
    </message>
    <message>
        <source>Set all layers to the bits and schemes that this hardware starts with; one step that can be undone</source>
        <translation>すべての層をこのハードウェアの既定のビット幅と方式にします。元に戻せます</translation>
    </message>
    <message>
        <source>What the hardware takes</source>
        <translation>ハードウェアが受け付けるもの</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>All formats and schemes can be chosen.</source>
        <translation>すべての形式と方式を選べます。</translation>
    </message>
    <message>
        <source>Add Hardware Profile</source>
        <translation>ハードウェアプロファイルを追加</translation>
    </message>
    <message>
        <source>Hardware profiles (*.json);;All files (*)</source>
        <translation>ハードウェアプロファイル (*.json);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareFacts</name>
    <message>
        <source>per tensor</source>
        <translation>テンソルごと</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>チャネルごと</translation>
    </message>
    <message>
        <source>per group</source>
        <translation>グループごと</translation>
    </message>
    <message>
        <source>MX blocks</source>
        <translation>MX ブロック</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>活性値</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>symmetric activations</source>
        <translation>対称な活性値</translation>
    </message>
    <message>
        <source>asymmetric activations</source>
        <translation>非対称な活性値</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>重みのスケール</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>活性値</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>活性値の範囲</translation>
    </message>
    <message>
        <source>calibrated or of each input</source>
        <translation>較正または入力ごと</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>Zero points</source>
        <translation>ゼロ点</translation>
    </message>
    <message>
        <source>In float</source>
        <translation>浮動小数点のまま</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>重み：%1</translation>
    </message>
    <message>
        <source>along any axis</source>
        <translation>任意の軸に沿って</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HardwareProfiles</name>
    <message>
        <source>any hardware</source>
        <translation>任意のハードウェア</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMap</name>
    <message>
        <source>channel %1, value %2</source>
        <translation>チャネル %1、値 %2</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3</source>
        <translation>チャネル %1、行 %2、列 %3</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::HeatMapPlot</name>
    <message>
        <source>Heat map</source>
        <translation>ヒートマップ</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>表示するものがありません。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImageListModel</name>
    <message>
        <source>Margin: by how much the score of the label (FP32&apos;s answer where labels are missing), as the model gives it, exceeds the best other one in the quantized model; below 0 the answer is another</source>
        <translation>マージン: 量子化モデルにおいて、ラベル (ない場合は FP32 の予測) のスコアが他のクラスの最大スコアをどれだけ上回るかを、モデルの出力値のまま示します。0 未満の場合は別のクラスを予測しています</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量子化後</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>マージン</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>クラス %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ImagesPanel</name>
    <message>
        <source>Filter by file or class</source>
        <translation>ファイル名またはクラスで絞り込み</translation>
    </message>
    <message>
        <source>Filter images by file or class</source>
        <translation>画像をファイル名またはクラスで絞り込み</translation>
    </message>
    <message>
        <source>Show all images again</source>
        <translation>すべての画像を再表示</translation>
    </message>
    <message>
        <source>List</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>グリッド</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混同行列</translation>
    </message>
    <message>
        <source>Which class FP32 and the quantized model answer how often</source>
        <translation>FP32 と量子化モデルが各クラスを予測した回数</translation>
    </message>
    <message>
        <source>How to show the images</source>
        <translation>画像の表示方法</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>すべての画像</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変化した画像</translation>
    </message>
    <message>
        <source>Right in FP32, wrong now</source>
        <translation>FP32 で正解、現在は不正解</translation>
    </message>
    <message>
        <source>Wrong in FP32, right now</source>
        <translation>FP32 で不正解、現在は正解</translation>
    </message>
    <message>
        <source>Wrong now</source>
        <translation>現在は不正解</translation>
    </message>
    <message>
        <source>Which images to show</source>
        <translation>表示する画像</translation>
    </message>
    <message>
        <source>Which images to show; a click on Margin sorts by how narrowly the answer was given</source>
        <translation>表示する画像。「マージン」をクリックすると、予測の僅差の順に並べ替えます</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
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
        <translation>量子化後</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因を追跡</translation>
    </message>
    <message>
        <source>Show layer by layer how this image&apos;s values drift away from FP32</source>
        <translation>この画像の値が FP32 からどのように離れていくかをレイヤーごとに表示します</translation>
    </message>
    <message>
        <source>Validation images and what the model says about them appear here.

Open a folder with File › Open Images…, or drop one on the window.</source>
        <translation>検証画像とモデルの予測がここに表示されます。

「ファイル」›「画像を開く…」でフォルダーを開くか、ウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%2 枚中 %1 枚が変化</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>ラベル: %1</translation>
    </message>
    <message>
        <source>%1 (not one of the validation images), output SQNR %2</source>
        <translation>%1 (検証画像以外)、出力 SQNR %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::InspectorPanel</name>
    <message>
        <source>This is the input of the model. Select a layer.</source>
        <translation>これはモデルの入力です。レイヤーを選択してください。</translation>
    </message>
    <message>
        <source>Select an image in the tab Images to see what this layer makes of it.</source>
        <translation>「画像」タブで画像を選択すると、このレイヤーの出力が表示されます。</translation>
    </message>
    <message>
        <source>Clip the output of %1 to %2 … %3</source>
        <translation>%1 の出力を %2 … %3 にクリップ</translation>
    </message>
    <message>
        <source>Select a layer in the graph or in the table to see its weights.</source>
        <translation>グラフまたは表でレイヤーを選択すると、重みが表示されます。</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%2 の%1を %3 に設定</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerClipboard</name>
    <message>
        <source>the clipboard holds no settings of a layer; copy a row of the table first (Ctrl+C)</source>
        <translation>クリップボードにレイヤーの設定がありません。先に表の行をコピーしてください (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerPanel</name>
    <message>
        <source>Filter by layer or operator</source>
        <translation>レイヤーまたは演算子で絞り込み</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation>表示する列を選択します</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Bits that this hardware does not take are greyed out in the table, in the menus and below the table</source>
        <translation>このハードウェアが対応しないビット幅は、表、メニュー、表の下のバーで淡色表示されます</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>ハードウェア</translation>
    </message>
    <message>
        <source>Layers and their quantization appear here once a model is open.</source>
        <translation>モデルを開くと、レイヤーとその量子化設定がここに表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>Paste settings to %n layers</source>
        <translation>
            <numerusform>%n 個のレイヤーに設定を貼り付け</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy Settings</source>
        <translation>設定をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Pas&amp;te Settings</source>
        <translation>設定を貼り付け(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n 層が不適合</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the layers whose settings this hardware does not take:</source>
        <translation>このハードウェアが受け付けない設定の層を選びます：</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerTableModel</name>
    <message>
        <source>corrected</source>
        <translation>補正済み</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近接</translation>
    </message>
    <message>
        <source>Measured before the last edit; the new figure is on its way.</source>
        <translation>前回の編集より前に測定した値です。新しい値を計算中です。</translation>
    </message>
    <message>
        <source>Pinned: a search for mixed precision keeps these bits.</source>
        <translation>固定: 混合精度の探索でこのビット幅を維持します。</translation>
    </message>
    <message>
        <source>%1 has nothing of that kind to quantize</source>
        <translation>%1 にはこの種類の量子化対象がありません</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%2 の%1を %3 に設定</translation>
    </message>
    <message numerus="yes">
        <source>Set %1 of %n layers to %2</source>
        <translation>
            <numerusform>%n 個のレイヤーの%1を %2 に設定</numerusform>
        </translation>
    </message>
    <message>
        <source>none of the layers has such settings</source>
        <translation>この設定を持つレイヤーがありません</translation>
    </message>
    <message>
        <source>Measured before the last edit; Quantize &gt; Measure Time measures it again.</source>
        <translation>直前の編集前に測定した値です。量子化 &gt; 時間を測定で測り直せます。</translation>
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
        <translation>最近接、バイアス補正済み</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored with a bit a weight that says which.</source>
        <translation>重みの %1 % を残し、どれが残るかを重みごとに 1 ビットで示して保存します。</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, each stored with its place in its run.</source>
        <translation>重みの %1 % を残し、それぞれを組の中での位置とともに保存します。</translation>
    </message>
    <message>
        <source>%1 % of the weights are kept, stored densely: that is smallest here.</source>
        <translation>重みの %1 % を残し、密に保存します: ここではそれが最小です。</translation>
    </message>
    <message>
        <source>nearest, split</source>
        <translation>最近接、分割済み</translation>
    </message>
    <message numerus="yes">
        <source>%n input channels added.</source>
        <translation>
            <numerusform>入力チャネルを %n 個追加しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>nearest, bias corrected without images</source>
        <translation>最近接、画像なしでバイアス補正済み</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::LayerViews</name>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Rounding errors</source>
        <translation>丸め誤差</translation>
    </message>
    <message>
        <source>Range per channel</source>
        <translation>チャネル別の範囲</translation>
    </message>
    <message>
        <source>Weight map</source>
        <translation>重みマップ</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>出力の範囲</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特徴マップ</translation>
    </message>
    <message>
        <source>Histogram of the weights in FP32 and quantized</source>
        <translation>FP32 と量子化後の重みのヒストグラム</translation>
    </message>
    <message>
        <source>Histogram of what rounding did to the weights</source>
        <translation>丸めによる重みの変化のヒストグラム</translation>
    </message>
    <message>
        <source>From the smallest to the largest weight of every output channel</source>
        <translation>各出力チャネルの重みの最小値から最大値まで</translation>
    </message>
    <message>
        <source>The weights as a picture</source>
        <translation>画像として表示した重み</translation>
    </message>
    <message>
        <source>Values of the output in calibration; drag the limits to clip</source>
        <translation>キャリブレーション時の出力の値。境界をドラッグするとクリップできます</translation>
    </message>
    <message>
        <source>The layer&apos;s output for the selected image</source>
        <translation>選択した画像に対するレイヤーの出力</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>What to show of the layer</source>
        <translation>レイヤーについて表示する内容</translation>
    </message>
    <message>
        <source>Counts on a logarithmic axis, so that few values are seen, too</source>
        <translation>度数を対数軸で表示し、数の少ない値も見えるようにします</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>番号順</translation>
    </message>
    <message>
        <source>widest first</source>
        <translation>範囲の広い順</translation>
    </message>
    <message>
        <source>noisiest first</source>
        <translation>ノイズの多い順</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>チャネルの並び順</translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation>このレイヤーには重みがありません。</translation>
    </message>
    <message>
        <source>No quantizer sits on this layer&apos;s output.</source>
        <translation>このレイヤーの出力には量子化器がありません。</translation>
    </message>
    <message>
        <source>The output&apos;s values are known after calibration.</source>
        <translation>出力の値はキャリブレーション後に表示されます。</translation>
    </message>
    <message>
        <source>This layer&apos;s output has no calibrated integer grid.</source>
        <translation>この層の出力にはキャリブレーション済みの整数格子がありません。</translation>
    </message>
    <message>
        <source>Number of calibration images</source>
        <translation>キャリブレーション画像の枚数</translation>
    </message>
    <message>
        <source>How the output&apos;s range changes with the number of calibration images</source>
        <translation>出力の範囲がキャリブレーション画像の枚数でどう変わるか</translation>
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
        <translation>メイン</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>感度</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>Selected Layer</source>
        <translation>選択中のレイヤー</translation>
    </message>
    <message>
        <source>Noise per Layer</source>
        <translation>レイヤー別ノイズ</translation>
    </message>
    <message>
        <source>Measuring the noise of the outputs…</source>
        <translation>出力のノイズを測定中…</translation>
    </message>
    <message>
        <source>No images are known for this model. Open a folder of images (Ctrl+I) to see what quantization does to its answers.</source>
        <translation>このモデルの画像が指定されていません。画像フォルダーを開くと (Ctrl+I)、量子化が予測に与える影響を確認できます。</translation>
    </message>
    <message>
        <source>Stopped: the figures are incomplete. F5 evaluates again.</source>
        <translation>停止しました。指標は一部の画像のみの値です。F5 で再評価します。</translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs, opset %4</source>
        <translation>%1: パラメーター %2、MACs %3、opset %4</translation>
    </message>
    <message>
        <source>The sample was not found: samples/road-signs is neither beside the program nor where it was built.</source>
        <translation>サンプルが見つかりません。samples/road-signs がプログラムと同じ場所にもビルドした場所にもありません。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>モデルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an ONNX model</source>
        <translation>ONNX モデルを開きます</translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation>画像を開く(&amp;I)…</translation>
    </message>
    <message>
        <source>Choose validation and calibration images</source>
        <translation>検証画像とキャリブレーション画像を選択します</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>サンプルを開く(&amp;M)</translation>
    </message>
    <message>
        <source>Open the bundled road-sign model with its images</source>
        <translation>付属の道路標識モデルと画像を開きます</translation>
    </message>
    <message>
        <source>Tr&amp;y Picture…</source>
        <translation>画像を試す(&amp;Y)…</translation>
    </message>
    <message>
        <source>Run any picture through FP32 and the quantized model</source>
        <translation>任意の画像を FP32 モデルと量子化モデルで実行します</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使った項目を開く(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Load Configuration…</source>
        <translation>構成を読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>Read the bits and schemes of all layers from a JSON file</source>
        <translation>全レイヤーのビット幅と量子化方式を JSON ファイルから読み込みます</translation>
    </message>
    <message>
        <source>Save &amp;Configuration…</source>
        <translation>構成を保存(&amp;C)…</translation>
    </message>
    <message>
        <source>Write the bits and schemes of all layers to a JSON file</source>
        <translation>全レイヤーのビット幅と量子化方式を JSON ファイルに書き込みます</translation>
    </message>
    <message>
        <source>E&amp;xport QDQ ONNX…</source>
        <translation>QDQ ONNX をエクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the model with QuantizeLinear/DequantizeLinear pairs, for ONNX Runtime and OpenVINO</source>
        <translation>QuantizeLinear/DequantizeLinear のペアを含む、ONNX Runtime および OpenVINO 用のモデルを書き出します</translation>
    </message>
    <message>
        <source>Save Re&amp;port…</source>
        <translation>レポートを保存(&amp;P)…</translation>
    </message>
    <message>
        <source>Write figures, plots and changed images as a web page, PDF or JSON</source>
        <translation>指標、プロット、予測が変化した画像を Web ページ、PDF、または JSON に書き出します</translation>
    </message>
    <message>
        <source>Export Configurations &amp;Tried…</source>
        <translation>試した構成をエクスポート(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the configurations tried and their figures as CSV</source>
        <translation>試した構成とその指標を CSV に書き出します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じます</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>&amp;Find Layer…</source>
        <translation>レイヤーを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find layers by name, operator, attribute or weight shape</source>
        <translation>名前、演算子、属性、または重みの形状でレイヤーを検索します</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Select the next match</source>
        <translation>次の一致を選択します</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>前を検索(&amp;P)</translation>
    </message>
    <message>
        <source>Select the previous match</source>
        <translation>前の一致を選択します</translation>
    </message>
    <message>
        <source>&amp;Quantize</source>
        <translation>量子化(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Whole Model</source>
        <translation>モデル全体(&amp;W)</translation>
    </message>
    <message>
        <source>FP32 (not quantized)</source>
        <translation>FP32 (量子化なし)</translation>
    </message>
    <message>
        <source>Weights %1, activations %2, in all layers</source>
        <translation>全レイヤーで重み %1、活性化 %2</translation>
    </message>
    <message>
        <source>&amp;Set All Layers…</source>
        <translation>全レイヤーを設定(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose bits, schemes and calibration for all layers</source>
        <translation>全レイヤーのビット幅、量子化方式、キャリブレーションを選択します</translation>
    </message>
    <message>
        <source>&amp;Calibration</source>
        <translation>キャリブレーション(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Evaluate Now</source>
        <translation>今すぐ評価(&amp;E)</translation>
    </message>
    <message>
        <source>Run the validation images through the configuration</source>
        <translation>現在の構成で検証画像を実行します</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>実行中の処理を停止します</translation>
    </message>
    <message>
        <source>Whole Model</source>
        <translation>モデル全体</translation>
    </message>
    <message>
        <source>Give all layers the same bits</source>
        <translation>全レイヤーを同じビット幅にします</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <source>How the ranges of the activations are chosen</source>
        <translation>活性化の範囲を決める方法</translation>
    </message>
    <message>
        <source>Search &amp;Mixed Precision…</source>
        <translation>混合精度を探索(&amp;M)…</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within a budget</source>
        <translation>予算内で各レイヤーの最適なビット幅を探索します</translation>
    </message>
    <message>
        <source>Set &amp;Percentile…</source>
        <translation>パーセンタイルを設定(&amp;P)…</translation>
    </message>
    <message>
        <source>Share of the values the percentile method keeps</source>
        <translation>パーセンタイル法で残す値の割合</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>パーセンタイル</translation>
    </message>
    <message>
        <source>Percentile of the values to keep, 50 to 100</source>
        <translation>残す値のパーセンタイル (50～100)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Selected Layer</source>
        <translation>選択中のレイヤー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fit Graph</source>
        <translation>グラフを全体表示(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>グラフ全体を表示します</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>レイアウトをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>すべてのパネルを最初の位置に戻します</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find Command…</source>
        <translation>コマンドを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a command of the menus by words of its name</source>
        <translation>メニューのコマンドを名前の語句で検索します</translation>
    </message>
    <message>
        <source>&amp;About Quantoscope</source>
        <translation>Quantoscope について(&amp;A)</translation>
    </message>
    <message>
        <source>About Quantoscope</source>
        <translation>Quantoscope について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;An instrument for neural-network quantization: turn any layer&apos;s bits, scheme and range, and see what it does to accuracy, to size and to the images.&lt;/p&gt;&lt;p&gt;Licensed under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Quantoscope %1&lt;/h3&gt;&lt;p&gt;ニューラルネットワークの量子化を調べるためのツールです。任意のレイヤーのビット幅、量子化方式、範囲を変更し、正解率、サイズ、画像への影響を確認できます。&lt;/p&gt;&lt;p&gt;GNU General Public License バージョン 3 またはそれ以降のバージョンの下でライセンスされています。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>Correct Wei&amp;ghts</source>
        <translation>重みを補正(&amp;G)</translation>
    </message>
    <message>
        <source>Round to &amp;Nearest</source>
        <translation>最近接丸めに戻す(&amp;N)</translation>
    </message>
    <message>
        <source>Drop corrected weights and biases of all layers</source>
        <translation>全レイヤーの補正済みの重みとバイアスを破棄します</translation>
    </message>
    <message numerus="yes">
        <source>%n layers corrected</source>
        <translation>
            <numerusform>%n 個のレイヤーを補正しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n layers stay rounded to nearest</source>
        <translation>
            <numerusform>%1。%n 個のレイヤーは最近接丸めのままです</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Calibration images: %2, time: %3. Undo goes back.</source>
        <translation>%1。キャリブレーション画像: %2 枚、時間: %3。「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>Open Model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx);;All files (*)</source>
        <translation>ONNX モデル (*.onnx);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Load Configuration</source>
        <translation>構成を読み込む</translation>
    </message>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation>構成 (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save Configuration</source>
        <translation>構成を保存</translation>
    </message>
    <message>
        <source>Configurations (*.json)</source>
        <translation>構成 (*.json)</translation>
    </message>
    <message>
        <source>Export QDQ ONNX</source>
        <translation>QDQ ONNX をエクスポート</translation>
    </message>
    <message>
        <source>ONNX models (*.onnx)</source>
        <translation>ONNX モデル (*.onnx)</translation>
    </message>
    <message>
        <source>Export Configurations Tried</source>
        <translation>試した構成をエクスポート</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>コンマ区切り値 (*.csv)</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;JSON (*.json)</source>
        <translation>Web ページ (*.html);;PDF (*.pdf);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Try Picture</source>
        <translation>画像を試す</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp);;All files (*)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.bmp *.webp);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a model and its images first: they say how a picture is prepared.</source>
        <translation>先にモデルとその画像を開いてください。画像の前処理はそこから決まります。</translation>
    </message>
    <message>
        <source>These images will be used with the next model you open.</source>
        <translation>これらの画像は、次に開くモデルで使用されます。</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>まだ何も開いていません</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>一覧をクリア</translation>
    </message>
    <message>
        <source>All &amp;Operators in the Graph</source>
        <translation>グラフにすべての演算子を表示(&amp;O)</translation>
    </message>
    <message>
        <source>Show every operator as a node of its own instead of fused layers</source>
        <translation>融合したレイヤーではなく、演算子を 1 つずつノードとして表示します</translation>
    </message>
    <message>
        <source>&amp;Collapse Blocks of the Graph</source>
        <translation>グラフのブロックを折りたたむ(&amp;C)</translation>
    </message>
    <message>
        <source>Draw nodes whose names share a part before a slash as one; a double click on a block opens it</source>
        <translation>名前のスラッシュより前の部分が共通するノードを 1 つにまとめて描画します。ブロックをダブルクリックすると展開します</translation>
    </message>
    <message>
        <source>&amp;Expand Blocks of the Graph</source>
        <translation>グラフのブロックを展開(&amp;E)</translation>
    </message>
    <message>
        <source>Draw every node of the graph on its own</source>
        <translation>グラフのすべてのノードを個別に描画します</translation>
    </message>
    <message>
        <source>&amp;Map of the Graph</source>
        <translation>グラフのミニマップ(&amp;M)</translation>
    </message>
    <message>
        <source>Show the whole graph small in a corner while only a part is seen</source>
        <translation>グラフの一部だけを表示しているとき、隅に全体を縮小表示します</translation>
    </message>
    <message>
        <source>%1 carries no quantizer, so it has no row in the table</source>
        <translation>%1 には量子化器がないため、表に行がありません</translation>
    </message>
    <message>
        <source>Save &amp;Graph…</source>
        <translation>グラフを保存(&amp;G)…</translation>
    </message>
    <message>
        <source>Write the graph as it is drawn, as SVG or PNG</source>
        <translation>表示中のグラフを SVG または PNG に書き出します</translation>
    </message>
    <message>
        <source>Save Graph</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png)</source>
        <translation>SVG (*.svg);;PNG (*.png)</translation>
    </message>
    <message>
        <source>Ru&amp;les…</source>
        <translation>ルール(&amp;R)…</translation>
    </message>
    <message>
        <source>Set bits and schemes of all layers of a kind</source>
        <translation>同じ種類の全レイヤーのビット幅と量子化方式を設定します</translation>
    </message>
    <message>
        <source>Appl&amp;y Rules</source>
        <translation>ルールを適用(&amp;Y)</translation>
    </message>
    <message>
        <source>Apply all rules that are checked to this model</source>
        <translation>チェックしたすべてのルールをこのモデルに適用します</translation>
    </message>
    <message>
        <source>Quantoscope sessions (*%1)</source>
        <translation>Quantoscope セッション (*%1)</translation>
    </message>
    <message>
        <source>&amp;New Session</source>
        <translation>新しいセッション(&amp;N)</translation>
    </message>
    <message>
        <source>Close the model and begin anew</source>
        <translation>モデルを閉じて新しく始めます</translation>
    </message>
    <message>
        <source>Open S&amp;ession…</source>
        <translation>セッションを開く(&amp;D)…</translation>
    </message>
    <message>
        <source>Go on with saved work: model, images, settings, what was tried</source>
        <translation>保存した作業 (モデル、画像、設定、試した構成) を再開します</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>セッションを保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save model, images, settings and what was tried to one file</source>
        <translation>モデル、画像、設定、試した構成を 1 つのファイルに保存します</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>名前を付けてセッションを保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the session to another file</source>
        <translation>セッションを別のファイルに保存します</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>%1[*] — Quantoscope</source>
        <translation>%1[*] — Quantoscope</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation>セッションを保存</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 には保存されていない変更があります。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Quantoscope ended unexpectedly while %1 had changes that were not saved.</source>
        <translation>%1 に保存されていない変更があるときに Quantoscope が予期せず終了しました。</translation>
    </message>
    <message>
        <source>&amp;Tour of the Window</source>
        <translation>画面ツアー(&amp;T)</translation>
    </message>
    <message>
        <source>What is where, in five steps</source>
        <translation>画面の構成を 5 つのステップで紹介します</translation>
    </message>
    <message>
        <source>Turn a layer&apos;s bits</source>
        <translation>レイヤーのビット幅を変更</translation>
    </message>
    <message>
        <source>Every row is a layer. Click on bits and turn the wheel, or press + and −; select several rows to set them together. The same works in the graph by right-click.</source>
        <translation>各行が 1 つのレイヤーです。ビット幅をクリックしてホイールを回すか、+ または − を押します。複数の行を選択するとまとめて設定できます。グラフでも右クリックで同じ操作ができます。</translation>
    </message>
    <message>
        <source>See what it does at once</source>
        <translation>影響をすぐに確認</translation>
    </message>
    <message>
        <source>A first estimate stands here within a tenth of a second; the exact figures over all images follow. Ctrl+Z takes any step back.</source>
        <translation>最初の推定値が 0.1 秒以内にここに表示され、続いて全画像に対する確定値が表示されます。どの操作も Ctrl+Z で元に戻せます。</translation>
    </message>
    <message>
        <source>Look into a layer</source>
        <translation>レイヤーの中を調べる</translation>
    </message>
    <message>
        <source>Histograms, ranges per channel, the clipping limits to drag, weights and feature maps of the selected layer (Alt+1 to Alt+6).</source>
        <translation>選択したレイヤーのヒストグラム、チャネル別の範囲、ドラッグできるクリッピング範囲、重み、特徴マップを表示します (Alt+1～Alt+6)。</translation>
    </message>
    <message>
        <source>Compare what you tried</source>
        <translation>試した構成を比較</translation>
    </message>
    <message>
        <source>Every configuration is a point here. Click on one to restore it; the tab Configurations names and compares them.</source>
        <translation>すべての構成がここに点として表示されます。点をクリックするとその構成に戻ります。「構成」タブでは名前を付けたり比較したりできます。</translation>
    </message>
    <message>
        <source>Search, correct, export</source>
        <translation>探索、補正、エクスポート</translation>
    </message>
    <message>
        <source>Quantize has searches for mixed precision and corrected weights for low bits; Export writes the model for ONNX Runtime and OpenVINO. Ctrl+Shift+P finds any command.</source>
        <translation>「量子化」メニューでは、混合精度の探索と、低ビット向けの重みの補正を実行できます。「エクスポート」は ONNX Runtime および OpenVINO 用のモデルを書き出します。Ctrl+Shift+P でどのコマンドも検索できます。</translation>
    </message>
    <message>
        <source>Accuracy against Cost</source>
        <translation>正解率とコスト</translation>
    </message>
    <message numerus="yes">
        <source>One image takes %1 in FP32 and %2 quantized (OpenVINO&apos;s kernels, median of %n runs)</source>
        <translation>
            <numerusform>画像 1 枚あたり FP32 は %1、量子化後は %2 (OpenVINO のカーネル、%n 回の中央値)</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure T&amp;ime</source>
        <translation>時間を測定(&amp;I)</translation>
    </message>
    <message>
        <source>Measure how long one image takes in FP32 and in the exported model, layer by layer</source>
        <translation>FP32 とエクスポートしたモデルで画像 1 枚にかかる時間をレイヤーごとに測定します</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>Equalize C&amp;hannels</source>
        <translation>チャネルを均等化(&amp;H)</translation>
    </message>
    <message>
        <source>Correct by &amp;Other Methods</source>
        <translation>ほかの方法で補正(&amp;O)</translation>
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
        <translation>バイアス補正(&amp;B)</translation>
    </message>
    <message>
        <source>Absor&amp;b High Biases</source>
        <translation>大きなバイアスを吸収(&amp;B)</translation>
    </message>
    <message>
        <source>Best fo&amp;r Me…</source>
        <translation>最適な手法を選ぶ(&amp;L)…</translation>
    </message>
    <message>
        <source>Try calibration and post-training methods on this model for as long as you allow, and keep what brings it nearer to FP32; bits stay</source>
        <translation>許された時間内でこのモデルにキャリブレーションと学習後手法を試し、FP32 に近づくものを残します。ビット幅は変わりません</translation>
    </message>
    <message>
        <source>Best for Me</source>
        <translation>最適な手法を選ぶ</translation>
    </message>
    <message>
        <source>It may take so many seconds:</source>
        <translation>かけてよい秒数:</translation>
    </message>
    <message>
        <source>The configuration was edited while methods were tried on it; it stays as it is.</source>
        <translation>手法を試している間に設定が編集されたため、設定はそのままです。</translation>
    </message>
    <message>
        <source>&amp;Number of Images</source>
        <translation>画像の枚数(&amp;N)</translation>
    </message>
    <message>
        <source>Measure how ranges and the result change with the number of calibration images</source>
        <translation>範囲と結果がキャリブレーション画像の枚数でどう変わるかを測定します</translation>
    </message>
    <message>
        <source>Casca&amp;de…</source>
        <translation>カスケード(&amp;D)…</translation>
    </message>
    <message>
        <source>Run a cheap configuration, and a better one where the cheap one is unsure: two of those tried (Park et al. 2015, Wang et al. 2018)</source>
        <translation>低コストの構成を実行し、確信が持てないときはより良い構成を実行します。試した構成から 2 つを使います（Park et al. 2015、Wang et al. 2018）</translation>
    </message>
    <message>
        <source>Select two configurations here, then choose Cascade.</source>
        <translation>ここで構成を 2 つ選んでから「カスケード」を選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>Calibration uses %n images</source>
        <translation>
            <numerusform>キャリブレーションには %n 枚の画像を使います</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of each of %n classes</source>
        <translation>
            <numerusform>%1: %n クラスから各 %2 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fixed-Point Multipliers</source>
        <translation>固定小数点の乗数(&amp;F)</translation>
    </message>
    <message>
        <source>Take integer sums to the next grid by an int32 multiplier and a shift, as hardware without floating point does, and tell what that changes (Jacob et al. 2018)</source>
        <translation>浮動小数点のないハードウェアのように、整数の和を int32 の乗数とシフトで次の格子に変換し、その影響を表示します (Jacob et al. 2018)</translation>
    </message>
    <message>
        <source>%1 of %2 predictions change</source>
        <translation>%2 件中 %1 件の予測が変化</translation>
    </message>
    <message>
        <source>top-1 %1 points</source>
        <translation>Top-1 %1 ポイント</translation>
    </message>
    <message>
        <source>output SQNR %1 instead of %2</source>
        <translation>出力 SQNR %1 (従来 %2)</translation>
    </message>
    <message>
        <source>Fixed-point in place of float multipliers, in layers with %1 of the MACs: %2.</source>
        <translation>浮動小数点の代わりに固定小数点の乗数を使用 (対象レイヤーは MACs の %1): %2。</translation>
    </message>
    <message>
        <source>Sweep &amp;Pruning</source>
        <translation>枝刈りを掃引(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>%n shares of pruned weights measured; they are in Accuracy against Cost.</source>
        <translation>
            <numerusform>%n 個の枝刈りの割合を測定しました。「正解率とコスト」にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hardw&amp;are…</source>
        <translation>ハードウェア(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose the device to quantize for, see what it takes, start with its defaults or add a profile of your own</source>
        <translation>量子化の対象機器を選び、受け付けるものを確かめ、既定値から始めるか自分のプロファイルを追加します</translation>
    </message>
    <message>
        <source>Bias Correction without &amp;Images</source>
        <translation>画像を使わないバイアス補正(&amp;I)</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights. Bias Correction measures them on the calibration images.</source>
        <translation>このモデルには平均を得られるバッチ正規化がありません。エクスポート時に重みに畳み込まれています。「バイアス補正」はキャリブレーション画像で平均を測ります。</translation>
    </message>
    <message numerus="yes">
        <source>%1; the means of what %n layers read are not known (%2)</source>
        <translation>
            <numerusform>%1。%n 個のレイヤーの入力の平均はわかりません (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. No images were needed. Undo goes back.</source>
        <translation>%1。画像は不要でした。「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>Smooth Acti&amp;vations…</source>
        <translation>活性化を平滑化(&amp;V)…</translation>
    </message>
    <message>
        <source>Smooth Activations</source>
        <translation>活性化の平滑化</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1):</source>
        <translation>重みが引き受ける度合い (alpha、0～1):</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>batch normalization folded, kept apart</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>Batch normalization of %n layers is folded</source>
        <translation>
            <numerusform>%n 個のレイヤーのバッチ正規化は畳み込み済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>that of %n layers is kept apart</source>
        <translation>
            <numerusform>%n 個のレイヤーでは別に保持</numerusform>
        </translation>
    </message>
    <message>
        <source>Prune all layers by growing shares at their bits (weights of least magnitude, Han et al. 2015) and measure each; the points appear in Accuracy against Cost. Where weights are corrected, each is corrected, too. Edits go on meanwhile; choosing this again stops it</source>
        <translation>すべてのレイヤーを今のビット数のまま、割合を増やしながら枝刈りし（絶対値の小さい重み、Han ら 2015）、それぞれを測定します。点は「正解率とコスト」に現れます。重みが補正されていれば、それぞれも補正します。その間も編集でき、もう一度選ぶと止まります</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>このメッセージを閉じます</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodOutcomeModel</name>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測ったもの</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>改善</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Nothing to do: no bias, or one bit a weight</source>
        <translation>することなし: バイアスがないか、重みが 1 ビット</translation>
    </message>
    <message>
        <source>Split channels stay rounded to nearest</source>
        <translation>分割したチャネルは最近値への丸めのまま</translation>
    </message>
    <message>
        <source>The means of what it reads are not known</source>
        <translation>入力の平均がわかりません</translation>
    </message>
    <message>
        <source>Layers of its kind cannot be corrected</source>
        <translation>この種のレイヤーは補正できません</translation>
    </message>
    <message>
        <source>Squared error of the outputs</source>
        <translation>出力の二乗誤差</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>スキップ: %1</translation>
    </message>
    <message>
        <source>Ranges of the channels, largest over least</source>
        <translation>チャネルの範囲、最大対最小</translation>
    </message>
    <message>
        <source>SQNR of the weights, rounded to nearest</source>
        <translation>重みの SQNR、最近値に丸めた場合</translation>
    </message>
    <message>
        <source>Ranges of the activations&apos; channels, largest over least</source>
        <translation>活性化のチャネルの範囲、最大対最小</translation>
    </message>
    <message>
        <source>Largest bias moved</source>
        <translation>移した最大のバイアス</translation>
    </message>
    <message>
        <source>Not kept: FP32 outputs would change too much</source>
        <translation>不採用: FP32 の出力が変わりすぎます</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n チャネル</numerusform>
        </translation>
    </message>
    <message>
        <source>Squared error of the outputs&apos; means</source>
        <translation>出力の平均の二乗誤差</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>別に保持</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>畳み込み済み</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MethodsPanel</name>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Layers that it works on</source>
        <translation>対象のレイヤー</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>すべてのレイヤー</translation>
    </message>
    <message>
        <source>Selected layers</source>
        <translation>選択したレイヤー</translation>
    </message>
    <message>
        <source>Layers that are not selected stay as they are. Channels are scaled only where selected layers alone write and read them</source>
        <translation>選択していないレイヤーはそのままです。チャネルは、選択したレイヤーだけが書き、読む所でのみスケールします</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>How much weights take over (alpha, 0 to 1)</source>
        <translation>重みが引き受ける割合 (alpha、0～1)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Methods that ran</source>
        <translation>実行した手法</translation>
    </message>
    <message>
        <source>What each did, layer by layer</source>
        <translation>それぞれがレイヤーごとに行ったこと</translation>
    </message>
    <message>
        <source>What the method did to each layer</source>
        <translation>手法が各レイヤーに行ったこと</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>まずモデルを開いてください。</translation>
    </message>
    <message>
        <source>Select layers with weights, in the table or the graph.</source>
        <translation>表かグラフで重みのあるレイヤーを選択してください。</translation>
    </message>
    <message>
        <source>This model has no batch normalization to take means from: its exporter has folded it into the weights.</source>
        <translation>このモデルには平均を取れるバッチ正規化がありません。エクスポーターが重みに畳み込みました。</translation>
    </message>
    <message>
        <source>Activations are calibrated on images: open some first.</source>
        <translation>活性化は画像でキャリブレーションします。まず画像を開いてください。</translation>
    </message>
    <message>
        <source>Equalize channels first.</source>
        <translation>まずチャネルを均等化してください。</translation>
    </message>
    <message>
        <source>This needs images to calibrate on: open some first.</source>
        <translation>キャリブレーション用の画像が必要です。まず画像を開いてください。</translation>
    </message>
    <message numerus="yes">
        <source>Selected layers (%n)</source>
        <translation>
            <numerusform>選択したレイヤー (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Round these layers to nearest again</source>
        <translation>これらのレイヤーを最近値への丸めに戻す</translation>
    </message>
    <message>
        <source>Leave channels and biases of these layers as they are in the model</source>
        <translation>これらのレイヤーのチャネルとバイアスをモデルのままにする</translation>
    </message>
    <message>
        <source>No method has run yet. What each did appears here, layer by layer, with the figures before and after.</source>
        <translation>まだ手法を実行していません。それぞれの結果が、前後の数値とともにレイヤーごとにここに表示されます。</translation>
    </message>
    <message>
        <source>No layer has weights to correct: all are FP32, or have split channels.</source>
        <translation>補正できる重みを持つ層がありません。すべて FP32 か、分割されたチャネルです。</translation>
    </message>
    <message>
        <source>This model has no batch normalization, or its exporter has folded it into the weights.</source>
        <translation>このモデルにはバッチ正規化がないか、エクスポーターが重みに畳み込んでいます。</translation>
    </message>
    <message>
        <source>Keep the batch normalization of these layers apart, in float</source>
        <translation>これらのレイヤーのバッチ正規化を別に保持し、浮動小数点で計算します</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::MiniMap</name>
    <message>
        <source>Map of the graph</source>
        <translation>グラフのミニマップ</translation>
    </message>
    <message>
        <source>The whole graph; click or drag to go to a part of it</source>
        <translation>グラフ全体です。クリックまたはドラッグした位置に移動します</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePanel</name>
    <message>
        <source>Own Noise</source>
        <translation>固有ノイズ</translation>
    </message>
    <message>
        <source>Measure what every layer adds by itself, its inputs in FP32; the rest of its noise it inherits</source>
        <translation>入力を FP32 として、各レイヤーが単独で加えるノイズを測定します。残りのノイズは前段から引き継いだものです</translation>
    </message>
    <message>
        <source>The noise of every layer appears here after an evaluation.</source>
        <translation>評価後に、各レイヤーのノイズがここに表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>On %n images</source>
        <translation>
            <numerusform>画像 %n 枚で測定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Outputs measured on %n images</source>
        <translation>
            <numerusform>画像 %n 枚で出力を測定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::NoisePlot</name>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Its own noise</source>
        <translation>固有ノイズ</translation>
    </message>
    <message>
        <source>Layer, in graph order</source>
        <translation>レイヤー (グラフ順)</translation>
    </message>
    <message>
        <source>SQNR (dB)</source>
        <translation>SQNR (dB)</translation>
    </message>
    <message>
        <source>Noise of every layer</source>
        <translation>各レイヤーのノイズ</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>重み: %1</translation>
    </message>
    <message>
        <source>Output: %1</source>
        <translation>出力: %1</translation>
    </message>
    <message>
        <source>of its own: %1, inherited: %2</source>
        <translation>固有: %1、前段由来: %2</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OpenImagesDialog</name>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>検証画像</translation>
    </message>
    <message>
        <source>folder, flat or one sub-folder per class</source>
        <translation>フォルダー (サブフォルダーなし、またはクラスごとのサブフォルダー)</translation>
    </message>
    <message>
        <source>Labels file</source>
        <translation>ラベルファイル</translation>
    </message>
    <message>
        <source>found beside the images when left empty</source>
        <translation>空欄の場合は画像と同じ場所から検索</translation>
    </message>
    <message>
        <source>Labels (*.csv *.txt);;All files (*)</source>
        <translation>ラベル (*.csv *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>クラス名</translation>
    </message>
    <message>
        <source>classes.txt beside the images when left empty</source>
        <translation>空欄の場合は画像と同じ場所の classes.txt</translation>
    </message>
    <message>
        <source>Class names (*.txt);;All files (*)</source>
        <translation>クラス名 (*.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Calibration images</source>
        <translation>キャリブレーション画像</translation>
    </message>
    <message>
        <source>As the model&apos;s own file says (MODEL.preprocess.json), else torchvision</source>
        <translation>モデル付属のファイル (MODEL.preprocess.json) に従う。なければ torchvision</translation>
    </message>
    <message>
        <source>Open Images</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <source>&amp;Validation images</source>
        <translation>検証画像(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Labels file</source>
        <translation>ラベルファイル(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Class names</source>
        <translation>クラス名(&amp;C)</translation>
    </message>
    <message>
        <source>Use &amp;at most</source>
        <translation>最大使用枚数(&amp;A)</translation>
    </message>
    <message>
        <source>Cali&amp;bration images</source>
        <translation>キャリブレーション画像(&amp;B)</translation>
    </message>
    <message>
        <source>Use at &amp;most</source>
        <translation>最大使用枚数(&amp;M)</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>前処理</translation>
    </message>
    <message>
        <source>Calibration runs these through FP32 to find the range of every activation; keep them apart from the validation images.</source>
        <translation>キャリブレーションでは、これらの画像を FP32 で実行して各活性化の範囲を求めます。検証画像とは別の画像を使用してください。</translation>
    </message>
    <message>
        <source>some validation images when left empty</source>
        <translation>空のときは検証画像の一部</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>シード(&amp;S)</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>先頭から</translation>
    </message>
    <message>
        <source>In the order of their names</source>
        <translation>名前の順</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>ランダムに抽出</translation>
    </message>
    <message>
        <source>The same seed draws the same images again</source>
        <translation>同じシードなら同じ画像を再び抽出します</translation>
    </message>
    <message>
        <source>the same number of every class</source>
        <translation>各クラス同数</translation>
    </message>
    <message>
        <source>Drawn at random within each class; needs the label of every image</source>
        <translation>各クラスの中からランダムに抽出します。すべての画像のラベルが必要です</translation>
    </message>
    <message>
        <source>Which calibration images</source>
        <translation>どのキャリブレーション画像を使うか</translation>
    </message>
    <message>
        <source>Which images of the folder calibration uses</source>
        <translation>フォルダーのどの画像をキャリブレーションに使うか</translation>
    </message>
    <message>
        <source>Another seed draws other images</source>
        <translation>別のシードなら別の画像を抽出します</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::OutputRangeView</name>
    <message>
        <source>Lower clipping limit</source>
        <translation>クリッピングの下限</translation>
    </message>
    <message>
        <source>Upper clipping limit</source>
        <translation>クリッピングの上限</translation>
    </message>
    <message>
        <source>%1 clipped, about %2</source>
        <translation>%1 をクリップ、約 %2</translation>
    </message>
    <message>
        <source>Share of the calibration values outside the limits, and the SQNR of quantizing these values alone, from their histogram.</source>
        <translation>クリッピング範囲外にあるキャリブレーション値の割合と、ヒストグラムから求めた、これらの値だけを量子化したときの SQNR です。</translation>
    </message>
    <message>
        <source>How calibration finds the limits</source>
        <translation>キャリブレーションが限界を求める方法</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1を参照</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PictureView</name>
    <message>
        <source>Selected image</source>
        <translation>選択した画像</translation>
    </message>
    <message>
        <source>the image cannot be read</source>
        <translation>画像を読み込めません</translation>
    </message>
    <message>
        <source>No image selected</source>
        <translation>画像が選択されていません</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PredictionBars</name>
    <message>
        <source>Probability of the five best classes. A tick marks the label.</source>
        <translation>上位 5 クラスの確率です。目盛りはラベルを示します。</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>結果はまだありません</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::PreprocessEditor</name>
    <message>
        <source>Preprocessing</source>
        <translation>前処理</translation>
    </message>
    <message>
        <source>Width of the model&apos;s input</source>
        <translation>モデルの入力の幅</translation>
    </message>
    <message>
        <source>Height of the model&apos;s input</source>
        <translation>モデルの入力の高さ</translation>
    </message>
    <message>
        <source>The shorter side before the centre is cropped</source>
        <translation>中央を切り抜く前の短辺の長さ</translation>
    </message>
    <message>
        <source>Grey value of the border</source>
        <translation>余白のグレー値</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>サイズ調整</translation>
    </message>
    <message>
        <source>short side</source>
        <translation>短辺</translation>
    </message>
    <message>
        <source>border</source>
        <translation>余白</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>補間方法</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャネル</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Subtracted from the 0..255 values, in the order of the channels</source>
        <translation>0..255 の値から減算する値 (チャネル順)</translation>
    </message>
    <message>
        <source>The values are divided by it after the mean is subtracted</source>
        <translation>平均を減算した後に除算する値</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Read the fields from a JSON file</source>
        <translation>JSON ファイルから各項目を読み込みます</translation>
    </message>
    <message>
        <source>Write the fields to a JSON file</source>
        <translation>各項目を JSON ファイルに書き込みます</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>引き伸ばし</translation>
    </message>
    <message>
        <source>short side, then centre crop</source>
        <translation>短辺に合わせて中央を切り抜き</translation>
    </message>
    <message>
        <source>short side rounded, then centre crop</source>
        <translation>短辺に合わせて (丸めあり) 中央を切り抜き</translation>
    </message>
    <message>
        <source>letterbox, centred</source>
        <translation>レターボックス (中央)</translation>
    </message>
    <message>
        <source>letterbox, top left</source>
        <translation>レターボックス (左上)</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>バイリニア</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>バイキュービック</translation>
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
        <translation>グレー</translation>
    </message>
    <message>
        <source>Load Preprocessing</source>
        <translation>前処理を読み込む</translation>
    </message>
    <message>
        <source>Preprocessing (*.json);;All files (*)</source>
        <translation>前処理 (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save Preprocessing</source>
        <translation>前処理を保存</translation>
    </message>
    <message>
        <source>Preprocessing (*.json)</source>
        <translation>前処理 (*.json)</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::ProgressArea</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>実行中の処理を停止します (Esc)</translation>
    </message>
    <message>
        <source>Stop what is running</source>
        <translation>実行中の処理を停止します</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
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
        <translation>残り %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RangeCoursePlot</name>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Range of the layer&apos;s output against the number of calibration images</source>
        <translation>レイヤーの出力の範囲とキャリブレーション画像の枚数</translation>
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
        <translation>FP32 と同じクラス</translation>
    </message>
    <message>
        <source>SQNR of the outputs</source>
        <translation>出力の SQNR</translation>
    </message>
    <message>
        <source>Images, %</source>
        <translation>画像、%</translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation>SQNR、dB</translation>
    </message>
    <message>
        <source>Result against the number of calibration images</source>
        <translation>結果とキャリブレーション画像の枚数</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1: %1</translation>
    </message>
    <message>
        <source>Same class as FP32: %1</source>
        <translation>FP32 と同じクラス: %1</translation>
    </message>
    <message>
        <source>SQNR of the outputs: %1</source>
        <translation>出力の SQNR: %1</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleForm</name>
    <message>
        <source>Operator of the rule</source>
        <translation>ルールの対象の演算子</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>任意の名前</translation>
    </message>
    <message>
        <source>Only layers whose name contains this, in any case</source>
        <translation>名前にこの文字列を含むレイヤーのみ (大文字と小文字は区別しません)</translation>
    </message>
    <message>
        <source>Part of the layer&apos;s name</source>
        <translation>レイヤー名の一部</translation>
    </message>
    <message>
        <source>Layers:</source>
        <translation>レイヤー:</translation>
    </message>
    <message>
        <source>Weights:</source>
        <translation>重み:</translation>
    </message>
    <message>
        <source>Weight bits the rule sets</source>
        <translation>ルールで設定する重みビット幅</translation>
    </message>
    <message>
        <source>Weight symmetry the rule sets</source>
        <translation>ルールで設定する重みの対称性</translation>
    </message>
    <message>
        <source>Weight granularity the rule sets</source>
        <translation>ルールで設定する重みの粒度</translation>
    </message>
    <message>
        <source>Output:</source>
        <translation>出力:</translation>
    </message>
    <message>
        <source>Activation bits the rule sets</source>
        <translation>ルールで設定する活性化ビット幅</translation>
    </message>
    <message>
        <source>Activation symmetry the rule sets</source>
        <translation>ルールで設定する活性化の対称性</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>Weight scales the rule sets</source>
        <translation>規則が設定する重みのスケール</translation>
    </message>
    <message>
        <source>Activation ranges the rule sets</source>
        <translation>規則が設定する活性化の範囲</translation>
    </message>
    <message>
        <source>Weight pruning the rule sets</source>
        <translation>ルールが設定する重みの枝刈り</translation>
    </message>
    <message>
        <source>Channel splitting the rule sets</source>
        <translation>ルールが設定するチャネル分割</translation>
    </message>
    <message>
        <source>Weight axis the rule sets</source>
        <translation>ルールで設定する重みの軸</translation>
    </message>
    <message>
        <source>Weight ranges the rule sets</source>
        <translation>ルールで設定する重みの範囲</translation>
    </message>
    <message>
        <source>Activation calibration the rule sets</source>
        <translation>ルールで設定する活性化のキャリブレーション</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RuleListModel</name>
    <message>
        <source>Enable a rule</source>
        <translation>ルールを有効にする</translation>
    </message>
    <message>
        <source>Disable a rule</source>
        <translation>ルールを無効にする</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>ルールを追加</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>ルールを変更</translation>
    </message>
    <message>
        <source>Remove a rule</source>
        <translation>ルールを削除</translation>
    </message>
    <message>
        <source>Move a rule</source>
        <translation>ルールを移動</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::RulesPanel</name>
    <message>
        <source>Apply to models opened for the first time</source>
        <translation>初めて開くモデルに適用</translation>
    </message>
    <message>
        <source>A model that was open before keeps the configuration it had</source>
        <translation>以前に開いたことのあるモデルでは、その構成が維持されます</translation>
    </message>
    <message>
        <source>Rules in the order in which they are applied</source>
        <translation>ルール (適用順)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add a rule to the end of the list</source>
        <translation>一覧の末尾にルールを追加します</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>選択したルールを削除します</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Apply the selected rule earlier</source>
        <translation>選択したルールの適用順を前にします</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Apply the selected rule later: later rules win over earlier ones</source>
        <translation>選択したルールの適用順を後にします。後のルールが前のルールより優先されます</translation>
    </message>
    <message>
        <source>Apply to Model</source>
        <translation>モデルに適用</translation>
    </message>
    <message>
        <source>Apply all rules that are checked, in order, as one step</source>
        <translation>チェックしたすべてのルールを、1 回の操作として順に適用します</translation>
    </message>
    <message>
        <source>A rule sets bits and schemes of all layers of a kind, in this model and in others. Rules are applied from top to bottom.</source>
        <translation>ルールは、同じ種類の全レイヤーのビット幅と量子化方式を設定します。このモデルだけでなく他のモデルにも使用でき、上から順に適用されます。</translation>
    </message>
    <message>
        <source>Select a rule to change it.</source>
        <translation>変更するルールを選択してください。</translation>
    </message>
    <message numerus="yes">
        <source>The selected rule sets %n layers of this model.</source>
        <translation>
            <numerusform>選択したルールは、このモデルの %n 個のレイヤーを設定します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply rules</source>
        <translation>ルールを適用</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchChoices</name>
    <message>
        <source>Bits of a weight, averaged over all weights of the model: at most so many</source>
        <translation>モデルのすべての重みについて平均したビット幅の上限</translation>
    </message>
    <message>
        <source>Bytes of the whole model, with scales and biases: at most so many</source>
        <translation>スケールとバイアスを含むモデル全体のバイト数の上限</translation>
    </message>
    <message>
        <source>Points of top-1 accuracy lost against FP32: at most so many, in the smallest model</source>
        <translation>FP32 に対する Top-1 正解率の低下 (ポイント) の上限。この範囲内で最小のモデルを探索します</translation>
    </message>
    <message>
        <source>Bit operations of one image (MACs times weight bits times activation bits): at most so many</source>
        <translation>画像 1 枚あたりのビット演算数 (MACs × 重みビット幅 × 活性化ビット幅) の上限</translation>
    </message>
    <message>
        <source>Average weight bits</source>
        <translation>平均重みビット幅</translation>
    </message>
    <message>
        <source>Model size</source>
        <translation>モデルサイズ</translation>
    </message>
    <message>
        <source>Accuracy drop</source>
        <translation>正解率の低下</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> ビット</translation>
    </message>
    <message>
        <source> points</source>
        <translation> ポイント</translation>
    </message>
    <message>
        <source>Kind of budget</source>
        <translation>予算の種類</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get, 1 to 8 and 16, as in “2, 4, 8”</source>
        <translation>レイヤーに割り当てるビット幅の候補 (1～8 と 16、例: 「2, 4, 8」)</translation>
    </message>
    <message>
        <source>Bit-widths a layer may get</source>
        <translation>レイヤーに割り当てるビット幅の候補</translation>
    </message>
    <message>
        <source>of</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>ビット</translation>
    </message>
    <message>
        <source>Hardware profile: only bit-widths that this target runs</source>
        <translation>ハードウェアプロファイル: 対象のハードウェアで実行できるビット幅のみを使用します</translation>
    </message>
    <message>
        <source>Hardware profile</source>
        <translation>ハードウェアプロファイル</translation>
    </message>
    <message>
        <source>for</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>At most so many configurations are truly run; the others are only predicted</source>
        <translation>実際に実行する構成数の上限。その他の構成は予測のみ行います</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>評価回数</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of the images that the search never sees: they only check its outcome, which cannot have been fitted to them</source>
        <translation>探索で一度も使用しない画像の割合。結果の確認にのみ使用するため、過剰適合することはありません</translation>
    </message>
    <message>
        <source>Share of the images held out</source>
        <translation>ホールドアウト画像の割合</translation>
    </message>
    <message>
        <source>evaluations,</source>
        <translation>回評価、</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>ホールドアウト</translation>
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
        <translation>ビット幅には 1～8 と 16 を指定できます (例: 「2, 4, 8」)</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>重みを補正</translation>
    </message>
    <message>
        <source>Fit the weights of every configuration tried to the calibration images. A third of these judges, the validation images only check the outcome. Each takes as long as Correct Weights does.</source>
        <translation>試す構成ごとに重みをキャリブレーション画像に合わせます。その 3 分の 1 で判定し、検証画像は結果の確認だけに使います。1 構成につき「重みを補正」と同じ時間がかかります。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchCurves</name>
    <message>
        <source>Click to make it the current configuration</source>
        <translation>クリックすると現在の構成になります</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SearchOverlay</name>
    <message>
        <source>Predicted</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>フロント</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>探索結果</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>一律</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>重み SQNR</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良</translation>
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
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Forget what was tried and search anew</source>
        <translation>これまでに試した構成を破棄して最初から探索します</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>選択した構成を現在の構成にします。「元に戻す」で以前の構成に戻せます</translation>
    </message>
    <message>
        <source>Configurations the search tried</source>
        <translation>探索で試した構成</translation>
    </message>
    <message>
        <source>Take %1 weight bits on average</source>
        <translation>平均重みビット幅 %1 の構成を採用</translation>
    </message>
    <message>
        <source>A search for mixed precision appears here once a model and images are open.</source>
        <translation>モデルと画像を開くと、混合精度の探索がここに表示されます。</translation>
    </message>
    <message>
        <source>Measuring how sensitive each layer is. The first configurations follow.</source>
        <translation>各レイヤーの感度を測定しています。続いて最初の構成が表示されます。</translation>
    </message>
    <message>
        <source>Which layers need many bits, which get by with few? Start looks for the best bits of every layer within the budget. Edits go on meanwhile.

Layers pinned in the table or the graph (right click) keep their bits.</source>
        <translation>多くのビットが必要なレイヤーと、少ないビットで済むレイヤーを見つけます。「開始」をクリックすると、予算内で各レイヤーの最適なビット幅を探索します。探索中も編集を続けられます。

表またはグラフで固定したレイヤー (右クリック) のビット幅は維持されます。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>A pass is the work of one FP32 pass over the search&apos;s images.</source>
        <translation>1 パスは、探索用の画像で FP32 を 1 回実行する計算量に相当します。</translation>
    </message>
    <message>
        <source>Stop; what was tried stays</source>
        <translation>停止します。これまでに試した構成は残ります</translation>
    </message>
    <message>
        <source>Take the search up where it stopped</source>
        <translation>停止したところから探索を再開します</translation>
    </message>
    <message>
        <source>Look for the best bits of every layer within the budget</source>
        <translation>予算内で各レイヤーの最適なビット幅を探索します</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n 個固定</numerusform>
        </translation>
    </message>
    <message>
        <source>These layers keep the bits they have when a search starts:</source>
        <translation>探索開始時に、次のレイヤーは現在のビット幅を維持します:</translation>
    </message>
    <message>
        <source>Weights are fitted to calibration images: open some first</source>
        <translation>重みはキャリブレーション画像に合わせます: 先に画像を開いてください</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityModel</name>
    <message>
        <source>1 is the most sensitive layer at the lowest bits so far.</source>
        <translation>1 は、これまでの最小ビット幅で最も感度の高いレイヤーです。</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nats</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>Logit SQNR: %1</source>
        <translation>ロジット SQNR: %1</translation>
    </message>
    <message>
        <source>KL divergence: %1 nats</source>
        <translation>KL ダイバージェンス: %1 nats</translation>
    </message>
    <message>
        <source>Top-1 against FP32: %1 points</source>
        <translation>Top-1 の FP32 との差: %1 ポイント</translation>
    </message>
    <message>
        <source>Measured on %1 of %2 images</source>
        <translation>%2 枚中 %1 枚の画像で測定</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::SensitivityPanel</name>
    <message>
        <source>What is quantized</source>
        <translation>量子化の対象</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>What of a layer is quantized: its weights, its output (activations), or both</source>
        <translation>レイヤーの量子化の対象: 重み、出力 (活性化)、または両方</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>Leave one out</source>
        <translation>1 つ除外</translation>
    </message>
    <message>
        <source>Alone: only this layer is quantized, the rest stays in FP32.
Leave one out: everything is quantized but this layer.</source>
        <translation>単独: このレイヤーだけを量子化し、残りは FP32 のままにします。
1 つ除外: このレイヤー以外をすべて量子化します。</translation>
    </message>
    <message>
        <source>at</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Bit-widths to try, 1 to 8 and 16, as in “8, 4, 2”</source>
        <translation>試すビット幅 (1～8 と 16、例: 「8, 4, 2」)</translation>
    </message>
    <message>
        <source>Bit-widths to try</source>
        <translation>試すビット幅</translation>
    </message>
    <message>
        <source>bits, on</source>
        <translation>ビット、画像</translation>
    </message>
    <message>
        <source>At most so many validation images</source>
        <translation>使用する検証画像の枚数の上限</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>images</source>
        <translation>枚</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>計算量</translation>
    </message>
    <message>
        <source>Racing</source>
        <translation>レーシング</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>厳密</translation>
    </message>
    <message>
        <source>Racing: layers whose place is clear get few images, the others more.
Exact: every layer gets all images.</source>
        <translation>レーシング: 順位が明らかなレイヤーには少数の画像を、その他のレイヤーにはより多くの画像を使用します。
厳密: すべてのレイヤーにすべての画像を使用します。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start Over</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>Forget what was measured and sweep anew</source>
        <translation>これまでの測定結果を破棄して最初からスイープします</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Logit SQNR (dB)</source>
        <translation>ロジット SQNR (dB)</translation>
    </message>
    <message>
        <source>KL divergence (nats)</source>
        <translation>KL ダイバージェンス (nats)</translation>
    </message>
    <message>
        <source>Top-1 (points)</source>
        <translation>Top-1 (ポイント)</translation>
    </message>
    <message>
        <source>What the cells show, against FP32</source>
        <translation>セルに表示する値 (FP32 との比較)</translation>
    </message>
    <message>
        <source>Stop; what was measured stays</source>
        <translation>停止します。これまでの測定結果は残ります</translation>
    </message>
    <message>
        <source>Measure what quantizing each layer does to the outputs</source>
        <translation>各レイヤーの量子化が出力に与える影響を測定します</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>Bits are 1 to 8 and 16; outputs need at least 2</source>
        <translation>ビット幅には 1～8 と 16 を指定できます (出力は 2 以上)</translation>
    </message>
    <message>
        <source>How sensitive is each layer? Start quantizes one after the other and shows what that does to the outputs. Edits go on meanwhile.</source>
        <translation>各レイヤーの感度を調べます。「開始」をクリックすると、レイヤーを 1 つずつ量子化し、出力への影響を表示します。測定中も編集を続けられます。</translation>
    </message>
    <message>
        <source>The sensitivity of the layers appears here once a model and images are open.</source>
        <translation>モデルと画像を開くと、各レイヤーの感度がここに表示されます。</translation>
    </message>
    <message>
        <source>%1 of %2 measured, %L3 passes, %4</source>
        <translation>%2 件中 %1 件を測定、%L3 パス、%4</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>完了: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止: %1</translation>
    </message>
    <message>
        <source>Layers and bits measured on some images at least; a pass is the work of one FP32 pass over the sweep&apos;s images.</source>
        <translation>少なくとも一部の画像で測定した、レイヤーとビット幅の組の数です。1 パスは、スイープ用の画像で FP32 を 1 回実行する計算量に相当します。</translation>
    </message>
    <message>
        <source>Sensitivity of the layers</source>
        <translation>各レイヤーの感度</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation>画面ツアー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPanel</name>
    <message>
        <source>Every configuration tried becomes a point here: accuracy against model size. A click goes back to it.</source>
        <translation>試したすべての構成が、正解率とモデルサイズの点としてここに表示されます。クリックするとその構成に戻ります。</translation>
    </message>
    <message>
        <source>Top-1 (%)</source>
        <translation>Top-1 (%)</translation>
    </message>
    <message>
        <source>Output SQNR (dB)</source>
        <translation>出力 SQNR (dB)</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>サイズ: %1</translation>
    </message>
    <message>
        <source>Top-1: %1</source>
        <translation>Top-1: %1</translation>
    </message>
    <message>
        <source>Output SQNR: %1</source>
        <translation>出力 SQNR: %1</translation>
    </message>
    <message>
        <source>Click to go back to this configuration</source>
        <translation>クリックするとこの構成に戻ります</translation>
    </message>
    <message>
        <source>FP32: %1, %2</source>
        <translation>FP32: %1、%2</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>%1 に戻す</translation>
    </message>
    <message>
        <source>BOPs: %1</source>
        <translation>BOPs: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>時間: %1</translation>
    </message>
    <message>
        <source>What the accuracy is drawn against</source>
        <translation>正解率を何に対して描くか</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Measure how long the configurations tried take that have no time yet</source>
        <translation>試した構成のうち、まだ時間のないものを測定します</translation>
    </message>
    <message>
        <source>Against:</source>
        <translation>横軸:</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TradeOffPlot</name>
    <message>
        <source>Estimate</source>
        <translation>推定値</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>試した構成</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Accuracy against cost of the configurations tried</source>
        <translation>試した構成の正解率とコスト</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::TriedPanel</name>
    <message>
        <source>Compare Configurations</source>
        <translation>構成の比較</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ.</source>
        <translation>
            <numerusform>%n 個の設定が異なります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>この構成に戻す</translation>
    </message>
    <message>
        <source>Make the selected configuration the current one; Undo brings the former one back</source>
        <translation>選択した構成を現在の構成にします。「元に戻す」で以前の構成に戻せます</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Show in what two selected configurations differ, or the selected one from the current one</source>
        <translation>選択した 2 つの構成の違い、または選択した構成と現在の構成の違いを表示します</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Take the selected configurations off the list (Delete)</source>
        <translation>選択した構成を一覧から削除します (Delete)</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV をエクスポート…</translation>
    </message>
    <message>
        <source>Save the list with its figures as a table</source>
        <translation>一覧とその指標を表として保存します</translation>
    </message>
    <message>
        <source>Configurations tried</source>
        <translation>試した構成</translation>
    </message>
    <message>
        <source>Every configuration tried is listed here, with its figures. Give it a name or a note, go back to it, or compare two.</source>
        <translation>試したすべての構成とその指標がここに一覧表示されます。名前やメモを付けたり、その構成に戻したり、2 つの構成を比較したりできます。</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>%1 に戻す</translation>
    </message>
    <message>
        <source>Cascade…</source>
        <translation>カスケード…</translation>
    </message>
    <message>
        <source>Run the cheaper of two configurations on every image, and the other where it is unsure</source>
        <translation>2 つの構成のうち低コストの方をすべての画像に使い、確信が持てないときはもう一方を使います</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WeightCorrection</name>
    <message>
        <source>Round to nearest</source>
        <translation>最近接丸めに戻す</translation>
    </message>
    <message>
        <source>Correct weights</source>
        <translation>重みを補正</translation>
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
        <translation>量子化レベル</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>量子化後</translation>
    </message>
    <message>
        <source>Weight value</source>
        <translation>重みの値</translation>
    </message>
    <message>
        <source>Weights per bin</source>
        <translation>ビンあたりの重みの数</translation>
    </message>
    <message>
        <source>Weights per level</source>
        <translation>レベルあたりの重みの数</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>重みのヒストグラム</translation>
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
        <translation>量子化後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Which weights to show</source>
        <translation>表示する重み</translation>
    </message>
    <message>
        <source>all filters</source>
        <translation>全フィルター</translation>
    </message>
    <message>
        <source>filter </source>
        <translation>フィルター </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>A filter makes one output channel; its kernels are shown side by side</source>
        <translation>1 つのフィルターが 1 つの出力チャネルを生成します。そのカーネルを並べて表示します</translation>
    </message>
    <message>
        <source>Weight of the filter</source>
        <translation>フィルターの重み</translation>
    </message>
    <message>
        <source>One kernel for each input channel</source>
        <translation>入力チャネルごとに 1 つのカーネル</translation>
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
        <translation>1 ビットごとの影響を確認: 学習済みモデルをレイヤーごとに量子化し、正解率、サイズ、画像の変化を観察できます。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Or drop a model, a session or a folder of images on this window.</source>
        <translation>モデル、セッション、または画像フォルダーをこのウィンドウにドロップすることもできます。</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>最近使った項目</translation>
    </message>
    <message>
        <source>What you open appears here.</source>
        <translation>開いた項目がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::WholeModelDialog</name>
    <message>
        <source>Set All Layers</source>
        <translation>全レイヤーの設定</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Weight symmetry</source>
        <translation>重みの対称性</translation>
    </message>
    <message>
        <source>Weight granularity</source>
        <translation>重みの粒度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>Activation symmetry</source>
        <translation>活性化の対称性</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>パーセンタイル</translation>
    </message>
    <message>
        <source>Weight scales</source>
        <translation>重みのスケール</translation>
    </message>
    <message>
        <source>Activation ranges</source>
        <translation>活性化の範囲</translation>
    </message>
    <message>
        <source>Weight pruning</source>
        <translation>重みの枝刈り</translation>
    </message>
    <message>
        <source>Channel splitting</source>
        <translation>チャネル分割</translation>
    </message>
    <message>
        <source>Weight axis</source>
        <translation>重みの軸</translation>
    </message>
    <message>
        <source>Weight ranges</source>
        <translation>重みの範囲</translation>
    </message>
</context>
<context>
    <name>quantoscope::gui::Workbench</name>
    <message>
        <source>Set all layers to %1</source>
        <translation>全レイヤーを %1 に設定</translation>
    </message>
    <message>
        <source>Calibrate by %1</source>
        <translation>%1 でキャリブレーション</translation>
    </message>
    <message>
        <source> (in %1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 を読み込む</translation>
    </message>
    <message>
        <source>Configuration saved as %1</source>
        <translation>構成を %1 に保存しました</translation>
    </message>
    <message>
        <source>QDQ model exported as %1</source>
        <translation>QDQ モデルを %1 にエクスポートしました</translation>
    </message>
    <message>
        <source>Configurations tried saved as %1</source>
        <translation>試した構成を %1 に保存しました</translation>
    </message>
    <message>
        <source>there is nothing to report yet; wait for the evaluation to finish</source>
        <translation>レポートする内容がまだありません。評価が終わるまでお待ちください</translation>
    </message>
    <message>
        <source>Report saved as %1</source>
        <translation>レポートを %1 に保存しました</translation>
    </message>
    <message>
        <source>Graph saved as %1</source>
        <translation>グラフを %1 に保存しました</translation>
    </message>
    <message>
        <source>Use the defaults of %1</source>
        <translation>%1 の既定値を使う</translation>
    </message>
    <message>
        <source>Choose calibration images</source>
        <translation>キャリブレーション画像の選択</translation>
    </message>
</context>
</TS>
