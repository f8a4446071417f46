// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/exploration.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace quantoscope::gui {

class HardwareProfiles;

/// What a search is told before it starts: its budget, the bit-widths to choose from, how much it
/// may run and what it must not look at.
class SearchChoices : public QWidget
{
    Q_OBJECT

public:
    enum class Budget { AverageBits, Size, Drop, Bops };

    /// \param profiles has to outlive it; choosing one there chooses it here
    explicit SearchChoices(HardwareProfiles& profiles, QWidget* parent = nullptr);

    /// Gives budgets of size and of bit operations units and values that fit a model.
    /// \param floatBytes size of the model in FP32
    /// \param macs multiply-accumulates of its weight layers for one image
    void setModel(std::int64_t floatBytes, std::int64_t macs);
    /// Fills in what is chosen here. The bits are empty where their text holds no list of them.
    void fill(session::SearchRequest& request) const;
    /// Why weights cannot be corrected now; empty where they can.
    void setCorrectionProblem(const QString& reason);
    /// Why the choices are no search; empty when they are one.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QComboBox& budgets() { return *m_budgets; }
    [[nodiscard]] QDoubleSpinBox& amount(Budget budget);
    [[nodiscard]] QLineEdit& bits() { return *m_bits; }
    [[nodiscard]] QComboBox& profiles()
    {
        return *m_profiles;
    } ///< data: HardwareProfiles::kKeyRole
    [[nodiscard]] QSpinBox& evaluations() { return *m_evaluations; }
    [[nodiscard]] QCheckBox& correctsWeights() { return *m_corrects; }
    [[nodiscard]] QSpinBox& heldOut() { return *m_heldOut; }

Q_SIGNALS:
    void changed();

private:
    void addBudgets(QHBoxLayout& row);
    void addBits(QHBoxLayout& row);
    void addProfiles(QHBoxLayout& row, HardwareProfiles& profiles);
    void addEffort(QHBoxLayout& row);
    void addCorrection(QHBoxLayout& row);
    void showCorrection();
    void addAmount(const QString& text, const QString& toolTip, const QString& amountToolTip);
    [[nodiscard]] double amountOf(Budget budget) const;

    QComboBox* m_budgets;
    QStackedWidget* m_amounts;
    std::vector<QDoubleSpinBox*> m_boxes; ///< by Budget
    QLineEdit* m_bits;
    QComboBox* m_profiles;
    QSpinBox* m_evaluations;
    QSpinBox* m_heldOut;
    QCheckBox* m_corrects;
    QString m_noCorrection;     ///< why weights cannot be corrected
    int m_usualEvaluations = 0; ///< before weights were to be corrected
    double m_sizeUnit = 1.0e6;  ///< bytes
    double m_bopsUnit = 1.0e9;
};

} // namespace quantoscope::gui
