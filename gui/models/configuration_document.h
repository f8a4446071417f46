// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quant/scheme.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>

namespace quantoscope::gui {

using ConfigurationPtr = std::shared_ptr<const quant::Configuration>;

/// The configuration being edited. Every configuration it held is immutable; an edit publishes a
/// new one through an undo command.
class ConfigurationDocument : public QObject
{
    Q_OBJECT

public:
    explicit ConfigurationDocument(QObject* parent = nullptr);

    /// Never null.
    [[nodiscard]] const ConfigurationPtr& configuration() const { return m_configuration; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }

    /// Starts anew, without a way back.
    void reset(ConfigurationPtr configuration);
    /// Changes the configuration as an undoable step named `text`. Consecutive edits with the same
    /// `mergeKey` (not empty) are undone as one. Does nothing when nothing changes.
    void edit(const QString& text, ConfigurationPtr configuration, const QString& mergeKey = {});

Q_SIGNALS:
    void changed();

private:
    friend class ConfigurationCommand;
    void publish(ConfigurationPtr configuration);

    ConfigurationPtr m_configuration;
    QUndoStack m_undoStack;
};

} // namespace quantoscope::gui
