#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures in docs/screenshots/views anew: each view in light, dark, German and Japanese,
# at 1280x720 and 3840x2160. Layers and what the inspector shows are of efficientnet-lite0 where
# ../shared/data has it; its photos are not ours to publish, so pictures, searches and the rest show
# the bundled sample.
#
#   docs/screenshots/take.sh [PROGRAM [VIEW ...]]     build/bin/quantoscope and all views unless told otherwise
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1:-$root/build/bin/quantoscope}")
only=" ${*:2} "
views=$root/docs/screenshots/views
data=$root/../shared/data
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

sample=(--sample)
network=("${sample[@]}")
layer=block2/depthwise/Conv
if [[ -e $data/models/efficientnet-lite0.onnx ]]; then
    network=("$data/models/efficientnet-lite0.onnx" --images "$data/imagenet-dev/val"
        --labels "$data/imagenet-dev/val.csv" --calibration "$data/imagenet-dev/calib"
        --preprocess efficientnet-lite)
    layer=/_blocks.0/_depthwise_conv/Conv
fi

isWanted() { [[ $only == "  " || $only == *" $1 "* ]]; }

# take NAME OPTIONS...
take()
{
    local name=$1 size variant
    isWanted "$name" || return 0
    shift
    for size in 1280x720 3840x2160; do
        for variant in "light en" "dark en" "light de" "light ja"; do
            local appearance=${variant% *} language=${variant#* }
            local file=$views/$name-$appearance-$language-${size%x*}.png
            "$program" "$@" --appearance "$appearance" --language "$language" --size "$size" \
                --screenshot "$file" 2>/dev/null
            # 256 colours are plenty, and a tenth of the bytes.
            if command -v pngquant >/dev/null; then
                pngquant --force --ext .png "$file"
            fi
        done
    done
}

# A session on the sample with some rules: $work/rules.quantoscope.
writeRules()
{
    local sample=$root/samples/road-signs
    "${program%/*}/quantoscope-cli" config "$sample/model.onnx" --bits W8A8 \
        --output "$work/configuration.json" >/dev/null
    cat >"$work/rules.quantoscope" <<END
{"format": "quantoscope-session", "version": 1,
 "model": {"file": "$sample/model.onnx"},
 "images": {"folder": "$sample/val", "calibration": "$sample/calib"},
 "configuration": $(cat "$work/configuration.json"),
 "layer": "stem/Conv",
 "rules": [
  {"operator": "DepthwiseConv", "name": "", "enabled": true,
   "settings": {"weightBits": "INT8", "weightGranularity": "per-channel"}},
  {"operator": "Conv", "name": "block5", "enabled": true, "settings": {"weightBits": "INT4"}},
  {"operator": "", "name": "stem", "enabled": false,
   "settings": {"weightBits": "FP16", "activationBits": "INT16"}},
  {"operator": "Gemm", "name": "", "enabled": true,
   "settings": {"weightBits": "INT8", "activationBits": "INT8",
                "activationSymmetry": "asymmetric"}}]}
END
}

# The page that quantoscope-cli writes, as a browser shows it, where there is one.
takeReport()
{
    isWanted report && command -v chromium >/dev/null || return 0
    local sample=samples/road-signs theme
    cd "$root"
    "${program%/*}/quantoscope-cli" evaluate "$sample/model.onnx" --images "$sample/val" \
        --calibration "$sample/calib" --bits W4A8 --report "$work/report.html" >/dev/null
    for theme in light:1 dark:0; do
        chromium --headless --no-sandbox --hide-scrollbars --window-size=1280,1800 \
            --blink-settings=preferredColorScheme="${theme#*:}" \
            --screenshot="$views/report-${theme%:*}.png" "file://$work/report.html" 2>/dev/null
    done
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
writeRules
mkdir -p "$views"
take welcome
take layers "${network[@]}"
take images "${sample[@]}" --tab images
take search "${sample[@]}" --tab search --after searched
take methods "${sample[@]}" --tab methods --after corrected
take sensitivity "${sample[@]}" --tab sensitivity --after swept
take configurations "${sample[@]}" --tab tried --after tried
take rules "$work/rules.quantoscope" --tab rules
for view in channels weight-map output; do
    take "$view" "${network[@]}" --layer "$layer" --view "$view"
done
take feature-maps "${sample[@]}" --view feature-maps
takeReport
