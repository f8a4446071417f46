// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/results.h"
#include "gui/models/configuration_document.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace quantoscope::gui {

/// A configuration tried and what it gave.
struct TriedConfiguration
{
    std::shared_ptr<const session::Evaluation> evaluation;
    QString label; ///< "W8A8", or average bits when the layers differ
};

/// Short name of a configuration: "W4A8" when all layers agree, else "W5.3 mixed".
[[nodiscard]] QString configurationLabel(const session::Evaluation& evaluation);

/// One row per configuration tried on the open model and pictures, in the order tried.
class ConfigurationHistory : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        SizeBytesRole = Qt::UserRole + 1, ///< qint64
        Top1Role,                         ///< fraction 0..1; invalid without labels
        SqnrRole,                         ///< dB
        AverageBitsRole,
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const std::vector<TriedConfiguration>& tried() const { return m_tried; }
    /// Row of a configuration, or -1.
    [[nodiscard]] int rowOf(const quant::Configuration& configuration) const;
    /// Adds a row, unless the configuration has one.
    void add(std::shared_ptr<const session::Evaluation> evaluation);
    void clear();

private:
    std::vector<TriedConfiguration> m_tried;
};

} // namespace quantoscope::gui
