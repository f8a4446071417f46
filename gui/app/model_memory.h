// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <QStringList>

#include <filesystem>
#include <optional>

namespace quantoscope::gui {

/// What is remembered of a model between runs: its configuration (a file in the application's data
/// folder), its images and its fixed dimensions, and the list of recent models (settings).
class ModelMemory
{
public:
    /// \param persistent false keeps nothing on disk and finds nothing there
    explicit ModelMemory(bool persistent) : m_persistent(persistent) {}

    [[nodiscard]] std::optional<quant::Configuration>
    configuration(const std::filesystem::path& model) const;
    [[nodiscard]] Status saveConfiguration(const std::filesystem::path& model,
                                           const quant::Configuration& configuration) const;

    /// Images last used with a model, if the folder still exists.
    [[nodiscard]] std::optional<session::DataRequest>
    data(const std::filesystem::path& model) const;
    void saveData(const std::filesystem::path& model, const session::DataRequest& request) const;

    [[nodiscard]] model::FixedDimensions dimensions(const std::filesystem::path& model) const;
    void saveDimensions(const std::filesystem::path& model,
                        const model::FixedDimensions& fixed) const;

    [[nodiscard]] QStringList recentModels() const; ///< newest first, existing files only
    void addRecentModel(const std::filesystem::path& model) const;
    void clearRecentModels() const;

    [[nodiscard]] bool isPersistent() const { return m_persistent; }

private:
    bool m_persistent;
};

} // namespace quantoscope::gui
