// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/preprocess_editor.h"

#include "core/base/atomic_file.h"
#include "gui/app/path_text.h"
#include "gui/jobs/error_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <utility>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLargestSide = 8192;

QSpinBox* makeSpin(int low, int high, const QString& toolTip)
{
    auto* spin = new QSpinBox;
    spin->setRange(low, high);
    spin->setToolTip(toolTip);
    return spin;
}

std::array<QDoubleSpinBox*, 3> makeTriple(double low)
{
    std::array<QDoubleSpinBox*, 3> spins{};
    for (QDoubleSpinBox*& spin : spins) {
        spin = new QDoubleSpinBox;
        spin->setRange(low, 1.0e4);
        spin->setDecimals(3);
    }
    return spins;
}

QWidget* inRow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    return row;
}

template <typename Enum>
void addChoice(QComboBox& combo, const QString& text, Enum value)
{
    combo.addItem(text, static_cast<int>(value));
}

template <typename Enum>
Enum chosen(const QComboBox& combo)
{
    return static_cast<Enum>(combo.currentData().toInt());
}

} // namespace

PreprocessEditor::PreprocessEditor(Shape inputShape, QWidget* parent)
    : QGroupBox(tr("Preprocessing"), parent), m_inputShape(std::move(inputShape)),
      m_preset(new QComboBox), m_width(makeSpin(1, kLargestSide, tr("Width of the model's input"))),
      m_height(makeSpin(1, kLargestSide, tr("Height of the model's input"))), m_fit(new QComboBox),
      m_shortSide(makeSpin(1, kLargestSide, tr("The shorter side before the centre is cropped"))),
      m_filter(new QComboBox), m_padValue(makeSpin(0, 255, tr("Grey value of the border"))),
      m_channels(new QComboBox), m_mean(makeTriple(-1.0e4)), m_std(makeTriple(0.001)),
      m_problem(new QLabel)
{
    setUpFields();
    auto* form = new QFormLayout(this);
    form->addRow(tr("Start from"), makeSourceRow());
    form->addRow(tr("Size"), inRow({m_width, new QLabel(u"×"_s), m_height}));
    form->addRow(tr("Fit"), inRow({m_fit, new QLabel(tr("short side")), m_shortSide,
                                   new QLabel(tr("border")), m_padValue}));
    form->addRow(tr("Resize"), inRow({m_filter}));
    form->addRow(tr("Channels"), inRow({m_channels}));
    form->addRow(tr("Mean"), inRow({m_mean[0], m_mean[1], m_mean[2]}));
    form->addRow(tr("Std"), inRow({m_std[0], m_std[1], m_std[2]}));
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    form->labelForField(m_mean[0]->parentWidget())
        ->setToolTip(tr("Subtracted from the 0..255 values, in the order of the channels"));
    form->labelForField(m_std[0]->parentWidget())
        ->setToolTip(tr("The values are divided by it after the mean is subtracted"));
    presetChosen();
}

QWidget* PreprocessEditor::makeSourceRow()
{
    for (const std::string& preset : eval::preprocessPresets()) {
        m_preset->addItem(QString::fromStdString(preset));
    }
    m_preset->setPlaceholderText(tr("custom"));
    auto* loadButton = new QPushButton(tr("Load…"));
    auto* saveButton = new QPushButton(tr("Save…"));
    loadButton->setAutoDefault(false);
    saveButton->setAutoDefault(false);
    loadButton->setToolTip(tr("Read the fields from a JSON file"));
    saveButton->setToolTip(tr("Write the fields to a JSON file"));
    connect(m_preset, &QComboBox::activated, this, &PreprocessEditor::presetChosen);
    connect(loadButton, &QPushButton::clicked, this, &PreprocessEditor::load);
    connect(saveButton, &QPushButton::clicked, this, &PreprocessEditor::save);
    return inRow({m_preset, loadButton, saveButton});
}

void PreprocessEditor::setUpFields()
{
    addChoice(*m_fit, tr("stretch"), eval::FitMode::Stretch);
    addChoice(*m_fit, tr("short side, then centre crop"), eval::FitMode::ShortSideCrop);
    addChoice(*m_fit, tr("short side rounded, then centre crop"),
              eval::FitMode::ShortSideRoundedCrop);
    addChoice(*m_fit, tr("letterbox, centred"), eval::FitMode::Letterbox);
    addChoice(*m_fit, tr("letterbox, top left"), eval::FitMode::LetterboxTopLeft);
    addChoice(*m_filter, tr("bilinear"), eval::ResizeFilter::Bilinear);
    addChoice(*m_filter, tr("bicubic"), eval::ResizeFilter::Bicubic);
    addChoice(*m_channels, tr("RGB"), eval::ChannelOrder::Rgb);
    addChoice(*m_channels, tr("BGR"), eval::ChannelOrder::Bgr);
    addChoice(*m_channels, tr("grey"), eval::ChannelOrder::Grey);
    for (QComboBox* combo : {m_fit, m_filter, m_channels}) {
        connect(combo, &QComboBox::currentIndexChanged, this, &PreprocessEditor::fieldEdited);
    }
    for (QSpinBox* spin : {m_width, m_height, m_shortSide, m_padValue}) {
        connect(spin, &QSpinBox::valueChanged, this, &PreprocessEditor::fieldEdited);
    }
    for (const auto& spins : {m_mean, m_std}) {
        for (QDoubleSpinBox* spin : spins) {
            connect(spin, &QDoubleSpinBox::valueChanged, this, &PreprocessEditor::fieldEdited);
        }
    }
}

eval::Preprocess PreprocessEditor::preprocess() const
{
    eval::Preprocess result;
    const bool isPreset = m_preset->currentIndex() >= 0;
    result.name = isPreset ? m_preset->currentText().toStdString() : "custom";
    result.width = m_width->value();
    result.height = m_height->value();
    result.fit = chosen<eval::FitMode>(*m_fit);
    result.shortSide = m_shortSide->value();
    result.filter = chosen<eval::ResizeFilter>(*m_filter);
    result.padValue = m_padValue->value();
    result.channels = chosen<eval::ChannelOrder>(*m_channels);
    for (std::size_t i = 0; i < 3; ++i) {
        result.mean[i] = static_cast<float>(m_mean[i]->value());
        result.std[i] = static_cast<float>(m_std[i]->value());
    }
    result.layout = m_layout;
    return result;
}

void PreprocessEditor::setPreprocess(const eval::Preprocess& preprocess)
{
    {
        const QScopedValueRollback guard(m_filling, true);
        m_layout = preprocess.layout;
        m_preset->setCurrentIndex(m_preset->findText(QString::fromStdString(preprocess.name)));
        m_width->setValue(preprocess.width);
        m_height->setValue(preprocess.height);
        m_fit->setCurrentIndex(m_fit->findData(static_cast<int>(preprocess.fit)));
        m_shortSide->setValue(preprocess.shortSide);
        m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(preprocess.filter)));
        m_padValue->setValue(preprocess.padValue);
        m_channels->setCurrentIndex(m_channels->findData(static_cast<int>(preprocess.channels)));
        for (std::size_t i = 0; i < 3; ++i) {
            m_mean[i]->setValue(static_cast<double>(preprocess.mean[i]));
            m_std[i]->setValue(static_cast<double>(preprocess.std[i]));
        }
    }
    enableFields();
    showProblem(problem());
    Q_EMIT changed();
}

QString PreprocessEditor::problem() const
{
    const Status valid = eval::validate(preprocess());
    return valid ? QString() : errorText(valid.error());
}

void PreprocessEditor::presetChosen()
{
    const Result<eval::Preprocess> preset =
        eval::preprocessPreset(m_preset->currentText().toStdString(), m_inputShape);
    if (preset) {
        setPreprocess(*preset);
    } else {
        showProblem(errorText(preset.error()));
    }
}

void PreprocessEditor::load()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Load Preprocessing"), {},
                                                      tr("Preprocessing (*.json);;All files (*)"));
    if (file.isEmpty()) {
        return;
    }
    const Result<eval::Preprocess> read = eval::readPreprocess(toPath(file), m_inputShape);
    if (read) {
        setPreprocess(*read);
    } else {
        showProblem(errorText(read.error()));
    }
}

void PreprocessEditor::save()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save Preprocessing"), u"preprocess.json"_s, tr("Preprocessing (*.json)"));
    if (file.isEmpty()) {
        return;
    }
    const Status written = writeFile(toPath(file), eval::toJson(preprocess()));
    showProblem(written ? QString() : errorText(written.error()));
}

void PreprocessEditor::fieldEdited()
{
    if (m_filling) {
        return;
    }
    m_preset->setCurrentIndex(-1);
    enableFields();
    showProblem(problem());
    Q_EMIT changed();
}

void PreprocessEditor::enableFields()
{
    const auto fit = chosen<eval::FitMode>(*m_fit);
    m_shortSide->setEnabled(fit == eval::FitMode::ShortSideCrop ||
                            fit == eval::FitMode::ShortSideRoundedCrop);
    m_padValue->setEnabled(fit == eval::FitMode::Letterbox ||
                           fit == eval::FitMode::LetterboxTopLeft);
    const bool grey = chosen<eval::ChannelOrder>(*m_channels) == eval::ChannelOrder::Grey;
    for (std::size_t i = 1; i < 3; ++i) {
        m_mean[i]->setEnabled(!grey);
        m_std[i]->setEnabled(!grey);
    }
}

void PreprocessEditor::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace quantoscope::gui
