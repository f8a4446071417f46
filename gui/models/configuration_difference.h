// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/configuration_history.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantoscope::gui {

/// Two configurations tried, side by side: their figures, then every setting in which they differ.
class ConfigurationDifference : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, FirstColumn, SecondColumn, ColumnCount };

    ConfigurationDifference(const TriedConfiguration& first, const TriedConfiguration& second,
                            QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Settings that differ, without the figures.
    [[nodiscard]] int differences() const { return m_differences; }

private:
    struct Row
    {
        QString what, first, second;
        bool isFigure = false;
    };
    void addFigures(const session::Evaluation& first, const session::Evaluation& second);
    void addCalibration(const quant::Configuration& first, const quant::Configuration& second);
    void addSchemes(const quant::Configuration& first, const quant::Configuration& second,
                    const std::vector<session::LayerFigures>& layers);
    void addDifference(const QString& what, const QString& first, const QString& second);

    QString m_titles[2];
    std::vector<Row> m_rows;
    int m_differences = 0;
};

} // namespace quantoscope::gui
