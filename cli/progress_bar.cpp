// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>

namespace quantoscope::cli {

namespace {

constexpr std::int64_t kBarWidth = 30;
constexpr auto kRedrawInterval = std::chrono::milliseconds(50);
constexpr const char* kEraseLine = "\r\033[K";

const char* name(Stage stage)
{
    switch (stage) {
    case Stage::ReadingModel:
        return "Reading the model";
    case Stage::SimplifyingModel:
        return "Simplifying the model";
    case Stage::CompilingModel:
        return "Compiling the model";
    case Stage::DecodingImages:
        return "Decoding pictures";
    case Stage::Calibrating:
        return "Calibrating";
    case Stage::RunningFloat:
        return "Running FP32";
    case Stage::RunningQuantized:
        return "Running quantized";
    case Stage::MeasuringNoise:
        return "Measuring noise";
    case Stage::MeasuringTime:
        return "Measuring time";
    case Stage::MeasuringSensitivity:
        return "Measuring sensitivity";
    case Stage::PreparingEdit:
        return "Preparing the next edit";
    case Stage::Correcting:
        return "Correcting weights";
    case Stage::Searching:
        return "Searching";
    case Stage::Exporting:
        return "Exporting";
    }
    return "Working";
}

std::string lineFor(const Progress& progress)
{
    std::string line = name(progress.stage);
    line.resize(std::max<std::size_t>(line.size(), 22), ' ');
    if (progress.total <= 0) {
        return line + "...";
    }
    const std::int64_t done = std::clamp<std::int64_t>(progress.done, 0, progress.total);
    const auto filled = static_cast<std::size_t>(done * kBarWidth / progress.total);
    return line + "[" + std::string(filled, '#') +
           std::string(static_cast<std::size_t>(kBarWidth) - filled, ' ') + "] " +
           std::to_string(done) + "/" + std::to_string(progress.total);
}

} // namespace

ProgressBar::ProgressBar() : m_isTerminal(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::show(const Progress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    const bool isDue = m_stage != progress.stage || now - m_lastDrawn >= kRedrawInterval ||
                       (progress.total > 0 && progress.done >= progress.total);
    if (!m_isTerminal || !isDue) {
        return;
    }
    m_stage = progress.stage;
    m_lastDrawn = now;
    m_isShown = true;
    std::cerr << kEraseLine << lineFor(progress) << std::flush;
}

void ProgressBar::clear()
{
    if (std::exchange(m_isShown, false)) {
        std::cerr << kEraseLine << std::flush;
    }
}

} // namespace quantoscope::cli
