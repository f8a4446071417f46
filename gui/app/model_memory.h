// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"
#include "core/session/model_info.h"
#include "core/session/results.h"

#include <QStringList>
#include <QThreadPool>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quantoscope::gui {

/// What is remembered of a model between runs: its configuration (a file in the application's data
/// folder), its images, its fixed dimensions and its pinned layers, and the list of recent models
/// (settings). Everything is written on a thread of its own, in the order it was asked for, because
/// a disk can keep one waiting; the destructor waits for it.
class ModelMemory
{
public:
    /// \param persistent false keeps nothing on disk and finds nothing there
    explicit ModelMemory(bool persistent);
    ~ModelMemory();

    /// Waits for what is still being written: not for the GUI thread.
    [[nodiscard]] std::optional<quant::Configuration>
    configuration(const std::filesystem::path& model) const;
    /// What is asked for faster than the disk takes it is gathered: the newest is written.
    /// \param failed called on the writing thread
    void saveConfiguration(const std::filesystem::path& model,
                           std::shared_ptr<const quant::Configuration> configuration,
                           std::function<void(const Error&)> failed) const;

    /// Images last used with a model, if the folder still exists.
    [[nodiscard]] std::optional<session::DataRequest>
    data(const std::filesystem::path& model) const;
    void saveData(const std::filesystem::path& model, const session::DataRequest& request) const;

    [[nodiscard]] model::FixedDimensions dimensions(const std::filesystem::path& model) const;
    void saveDimensions(const std::filesystem::path& model,
                        const model::FixedDimensions& fixed) const;

    /// Where a sensitivity sweep of a model is kept; empty when nothing is kept on disk. Callers
    /// read and write it themselves, off the GUI thread.
    [[nodiscard]] std::filesystem::path sweepFile(const std::filesystem::path& model) const;

    /// Where the configurations tried on a model are kept, likewise.
    [[nodiscard]] std::filesystem::path historyFile(const std::filesystem::path& model) const;

    /// Layers whose batch normalization was kept apart. Waits for what is still being written: not
    /// for the GUI thread.
    [[nodiscard]] std::vector<std::string> keptBatchNorms(const std::filesystem::path& model) const;
    void saveKeptBatchNorms(const std::filesystem::path& model,
                            const std::vector<std::string>& layers) const;

    /// Layers whose bits a search must not change. Waits likewise.
    [[nodiscard]] std::set<std::string> pins(const std::filesystem::path& model) const;
    void savePins(const std::filesystem::path& model, const std::set<std::string>& layers) const;

    [[nodiscard]] QStringList recentModels() const; ///< newest first, existing files only
    void addRecentModel(const std::filesystem::path& model) const;
    void clearRecentModels() const;

    [[nodiscard]] bool isPersistent() const { return m_persistent; }
    /// Runs `work` on the writing thread, behind what waits there.
    void write(std::function<void()> work) const;
    /// Not for the GUI thread.
    void waitUntilWritten() const { m_writer.waitForDone(); }

private:
    struct Waiting;

    [[nodiscard]] std::vector<std::string> layers(const std::filesystem::path& model,
                                                  QStringView key) const;
    void saveLayers(const std::filesystem::path& model, QStringView key,
                    const std::vector<std::string>& names) const;

    bool m_persistent;
    std::shared_ptr<Waiting> m_waiting; ///< configurations not yet written
    mutable QThreadPool m_writer;       ///< one thread
};

} // namespace quantoscope::gui
