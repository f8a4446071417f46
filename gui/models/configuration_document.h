// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace quantoscope::gui {

using ConfigurationPtr = std::shared_ptr<const quant::Configuration>;

/// The configuration being edited, and which layers keep their bits in a search. Every
/// configuration it held is immutable; an edit publishes a new one through an undo command.
class ConfigurationDocument : public QObject
{
    Q_OBJECT

public:
    explicit ConfigurationDocument(QObject* parent = nullptr);

    /// Never null.
    [[nodiscard]] const ConfigurationPtr& configuration() const { return m_configuration; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }

    /// Names of the layers whose weight bits a search must not change.
    [[nodiscard]] const std::set<std::string>& pinned() const { return m_pinned; }

    /// Starts anew, without a way back.
    void reset(ConfigurationPtr configuration, std::set<std::string> pinned = {});
    /// Changes the configuration as an undoable step named `text`. Consecutive edits with the same
    /// `mergeKey` (not empty) are undone as one. Does nothing when nothing changes.
    void edit(const QString& text, ConfigurationPtr configuration, const QString& mergeKey = {});
    /// Shows a configuration as part of a step on the undo stack that somebody else pushed.
    void adopt(ConfigurationPtr configuration);
    /// Scales the channels of the FP32 weights otherwise (null: not at all), as an undoable step;
    /// corrected weights go, they were made for others.
    void editEqualization(const QString& text,
                          std::shared_ptr<const quant::Equalization> equalization);
    /// Multiplies integer sums otherwise, as an undoable step.
    void editMultipliers(quant::MultiplierKind kind);
    /// Pins layers, or lets go of them, as an undoable step. Does nothing when nothing changes.
    void setPinned(const std::vector<std::string>& layers, bool pinned);

Q_SIGNALS:
    void changed();
    void pinsChanged();

private:
    friend class ConfigurationCommand;
    friend class PinCommand;
    void publish(ConfigurationPtr configuration);
    void publishPins(std::set<std::string> pinned);

    ConfigurationPtr m_configuration;
    std::set<std::string> m_pinned;
    QUndoStack m_undoStack;
};

} // namespace quantoscope::gui
