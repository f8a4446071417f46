// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/search_choices.h"

#include "gui/models/bits_list.h"
#include "gui/models/hardware_profiles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostEvaluations = 1000;
constexpr int kCorrectedEvaluations = 4; ///< each takes the time of a correction
constexpr int kMostHeldOut = 90;         ///< percent
constexpr double kUsualBits = 4.0;
constexpr double kUsualActivationBits = 8.0;

/// The next power of 1000 below a value, at least 1.
double unitOf(double value)
{
    double unit = 1.0;
    while (value >= 1000.0 * unit && unit < 1.0e15) {
        unit *= 1000.0;
    }
    return unit;
}

QString prefixOf(double unit)
{
    const QStringList prefixes{QString(), u"k"_s, u"M"_s, u"G"_s, u"T"_s, u"P"_s};
    return prefixes.value(static_cast<qsizetype>(std::lround(std::log10(unit) / 3.0)));
}

/// A box for amounts of a unit: three digits for the usual value, room for a hundred times more.
void fitBox(QDoubleSpinBox& box, double usual, const QString& suffix)
{
    const int decimals = usual < 10.0 ? 2 : usual < 100.0 ? 1 : 0;
    box.setDecimals(decimals);
    box.setRange(std::pow(10.0, -decimals), 100.0 * usual);
    box.setSingleStep(std::pow(10.0, std::floor(std::log10(usual)) - 1.0));
    box.setSuffix(suffix);
    box.setValue(usual);
}

QHBoxLayout& addRow(QVBoxLayout& rows)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    rows.addLayout(row);
    return *row;
}

} // namespace

SearchChoices::SearchChoices(HardwareProfiles& profiles, QWidget* parent)
    : QWidget(parent), m_budgets(new QComboBox), m_amounts(new QStackedWidget),
      m_bits(new QLineEdit), m_profiles(new QComboBox), m_evaluations(new QSpinBox),
      m_heldOut(new QSpinBox), m_corrects(new QCheckBox)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(6, 3, 6, 0);
    rows->setSpacing(3);
    QHBoxLayout& what = addRow(*rows);
    addBudgets(what);
    what.addSpacing(6);
    addBits(what);
    addProfiles(what, profiles);
    what.addStretch(1);
    QHBoxLayout& how = addRow(*rows);
    addEffort(how);
    how.addSpacing(6);
    addCorrection(how);
    how.addStretch(1);
}

void SearchChoices::addAmount(const QString& text, const QString& toolTip,
                              const QString& amountToolTip)
{
    auto* box = new QDoubleSpinBox;
    box->setToolTip(amountToolTip);
    box->setAccessibleName(text);
    box->setKeyboardTracking(false);
    m_budgets->addItem(text);
    m_budgets->setItemData(m_budgets->count() - 1, toolTip, Qt::ToolTipRole);
    m_amounts->addWidget(box);
    m_boxes.push_back(box);
    connect(box, &QDoubleSpinBox::valueChanged, this, &SearchChoices::changed);
}

void SearchChoices::addBudgets(QHBoxLayout& row)
{
    const QString bitsHelp =
        tr("Bits of a weight, averaged over all weights of the model: at most so many");
    const QString sizeHelp =
        tr("Bytes of the whole model, with scales and biases: at most so many");
    const QString dropHelp =
        tr("Points of top-1 accuracy lost against FP32: at most so many, in the smallest model");
    const QString bopsHelp = tr("Bit operations of one image (MACs times weight bits times "
                                "activation bits): at most so many");
    addAmount(tr("Average weight bits"), bitsHelp, bitsHelp);
    addAmount(tr("Model size"), sizeHelp, sizeHelp);
    addAmount(tr("Accuracy drop"), dropHelp, dropHelp);
    addAmount(tr("BOPs"), bopsHelp, bopsHelp);
    QDoubleSpinBox& bits = amount(Budget::AverageBits);
    bits.setRange(1.0, 16.0);
    bits.setSingleStep(0.25);
    bits.setSuffix(tr(" bits"));
    bits.setValue(kUsualBits);
    QDoubleSpinBox& drop = amount(Budget::Drop);
    drop.setRange(0.0, 100.0);
    drop.setSingleStep(0.5);
    drop.setSuffix(tr(" points"));
    drop.setValue(1.0);
    setModel(static_cast<std::int64_t>(8.0 * m_sizeUnit), static_cast<std::int64_t>(m_bopsUnit));
    m_budgets->setToolTip(bitsHelp);
    m_budgets->setAccessibleName(tr("Kind of budget"));
    m_amounts->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_budgets, &QComboBox::currentIndexChanged, m_amounts,
            &QStackedWidget::setCurrentIndex);
    connect(m_budgets, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_budgets->setToolTip(m_budgets->itemData(index, Qt::ToolTipRole).toString());
        Q_EMIT changed();
    });
    row.addWidget(new QLabel(tr("Budget")));
    row.addWidget(m_budgets);
    row.addWidget(m_amounts);
}

void SearchChoices::addBits(QHBoxLayout& row)
{
    m_bits->setText(u"2, 3, 4, 5, 6, 8"_s);
    m_bits->setMaximumWidth(fontMetrics().horizontalAdvance(u"2, 3, 4, 5, 6, 8, 16"_s) + 16);
    m_bits->setToolTip(tr("Bit-widths a layer may get, 1 to 8 and 16, as in “2, 4, 8”"));
    m_bits->setAccessibleName(tr("Bit-widths a layer may get"));
    connect(m_bits, &QLineEdit::textChanged, this, &SearchChoices::changed);
    row.addWidget(new QLabel(tr("of")));
    row.addWidget(m_bits);
    row.addWidget(new QLabel(tr("bits")));
}

void SearchChoices::addProfiles(QHBoxLayout& row, HardwareProfiles& profiles)
{
    m_profiles->setModel(&profiles);
    const QString help = tr("Hardware profile: only bit-widths that this target runs");
    m_profiles->setAccessibleName(tr("Hardware profile"));
    const auto showHelp = [this, help] {
        const QString details = m_profiles->currentData(Qt::ToolTipRole).toString();
        m_profiles->setToolTip(details.isEmpty() ? help : QString(help % u'\n' % details));
    };
    connect(m_profiles, &QComboBox::currentIndexChanged, this, [this, showHelp] {
        showHelp();
        Q_EMIT changed();
    });
    connect(&profiles, &HardwareProfiles::chosenChanged, this,
            [this, &profiles] { m_profiles->setCurrentIndex(profiles.chosen()); });
    connect(&profiles, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                if (m_profiles->currentIndex() >= first && m_profiles->currentIndex() <= last) {
                    m_profiles->setCurrentIndex(0);
                }
            });
    m_profiles->setCurrentIndex(profiles.chosen());
    showHelp();
    row.addWidget(new QLabel(tr("for")));
    row.addWidget(m_profiles);
}

void SearchChoices::addEffort(QHBoxLayout& row)
{
    m_evaluations->setRange(1, kMostEvaluations);
    m_evaluations->setValue(session::SearchRequest().evaluations);
    m_evaluations->setToolTip(
        tr("At most so many configurations are truly run; the others are only predicted"));
    m_evaluations->setAccessibleName(tr("Evaluations"));
    m_heldOut->setRange(0, kMostHeldOut);
    m_heldOut->setSuffix(tr(" %"));
    m_heldOut->setToolTip(tr("Share of the images that the search never sees: they only check its "
                             "outcome, which cannot have been fitted to them"));
    m_heldOut->setAccessibleName(tr("Share of the images held out"));
    connect(m_evaluations, &QSpinBox::valueChanged, this, &SearchChoices::changed);
    connect(m_heldOut, &QSpinBox::valueChanged, this, &SearchChoices::changed);
    row.addWidget(m_evaluations);
    row.addWidget(new QLabel(tr("evaluations,")));
    row.addWidget(m_heldOut);
    row.addWidget(new QLabel(tr("held out")));
}

void SearchChoices::addCorrection(QHBoxLayout& row)
{
    m_corrects->setText(tr("Correct weights"));
    connect(m_corrects, &QCheckBox::toggled, this, [this](bool corrects) {
        if (corrects) {
            m_usualEvaluations = m_evaluations->value();
            m_evaluations->setValue(std::min(m_usualEvaluations, kCorrectedEvaluations));
        } else {
            m_evaluations->setValue(m_usualEvaluations);
        }
        showCorrection();
        Q_EMIT changed();
    });
    row.addWidget(m_corrects);
    showCorrection();
}

void SearchChoices::showCorrection()
{
    m_corrects->setEnabled(m_noCorrection.isEmpty());
    m_corrects->setToolTip(
        m_noCorrection.isEmpty()
            ? tr("Fit the weights of every configuration tried to the calibration images. A third "
                 "of these judges, the validation images only check the outcome. Each takes as "
                 "long as Correct Weights does.")
            : m_noCorrection);
    m_heldOut->setEnabled(!m_corrects->isChecked());
}

void SearchChoices::setCorrectionProblem(const QString& reason)
{
    m_noCorrection = reason;
    showCorrection();
}

QDoubleSpinBox& SearchChoices::amount(Budget budget)
{
    return *m_boxes[static_cast<std::size_t>(budget)];
}

double SearchChoices::amountOf(Budget budget) const
{
    return m_boxes[static_cast<std::size_t>(budget)]->value();
}

void SearchChoices::setModel(std::int64_t floatBytes, std::int64_t macs)
{
    const double bytes = std::max(1.0, static_cast<double>(floatBytes) * kUsualBits / 32.0);
    const double bops =
        std::max(1.0, static_cast<double>(macs) * kUsualBits * kUsualActivationBits);
    m_sizeUnit = unitOf(bytes);
    m_bopsUnit = unitOf(bops);
    fitBox(amount(Budget::Size), bytes / m_sizeUnit, tr(" %1B").arg(prefixOf(m_sizeUnit)));
    fitBox(amount(Budget::Bops), bops / m_bopsUnit, tr(" %1 BOPs").arg(prefixOf(m_bopsUnit)));
}

void SearchChoices::fill(session::SearchRequest& request) const
{
    request.budget = {};
    switch (static_cast<Budget>(m_budgets->currentIndex())) {
    case Budget::AverageBits:
        request.budget.averageBits = amountOf(Budget::AverageBits);
        break;
    case Budget::Size:
        request.budget.sizeBytes = std::llround(amountOf(Budget::Size) * m_sizeUnit);
        break;
    case Budget::Drop:
        request.budget.drop = amountOf(Budget::Drop) / 100.0;
        break;
    case Budget::Bops:
        request.budget.bops = amountOf(Budget::Bops) * m_bopsUnit;
        break;
    }
    request.bits = parseBitsList(m_bits->text());
    std::ranges::reverse(request.bits);
    request.profile = m_profiles->currentData().toString().toStdString();
    request.evaluations = m_evaluations->value();
    request.correctWeights = m_corrects->isChecked();
    request.pictures = request.correctWeights ? session::SearchPictures::Calibration
                                              : session::SearchPictures::Validation;
    request.heldOut = request.correctWeights ? 0.0 : m_heldOut->value() / 100.0;
}

QString SearchChoices::problem() const
{
    return parseBitsList(m_bits->text()).empty() ? tr("Bits are 1 to 8 and 16, as in “2, 4, 8”")
                                                 : QString();
}

} // namespace quantoscope::gui
