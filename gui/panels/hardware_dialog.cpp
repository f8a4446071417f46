// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/hardware_dialog.h"

#include "gui/jobs/error_text.h"
#include "gui/models/hardware_facts.h"
#include "gui/models/hardware_profiles.h"
#include "gui/panels/message_bar.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace quantoscope::gui {

namespace {

constexpr QSize kDialogSize(760, 460);
constexpr int kListDigits = 26;

QLabel* factLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

HardwareDialog::HardwareDialog(HardwareProfiles& profiles, QWidget* parent)
    : QDialog(parent), m_profiles(profiles), m_list(new QListView), m_messages(new MessageBar),
      m_remove(new QPushButton(tr("&Remove"))), m_defaults(new QPushButton(tr("Use Its &Defaults")))
{
    setObjectName(QStringLiteral("hardware"));
    setWindowTitle(tr("Hardware"));
    auto* explanation = new QLabel(
        tr("What the chosen hardware does not take is greyed out in the table, the menus and the "
           "rules, and a search leaves it out."));
    explanation->setWordWrap(true);
    m_list->setModel(&profiles);
    m_list->setAccessibleName(tr("Hardware profiles"));
    m_list->setFixedWidth(kListDigits * fontMetrics().horizontalAdvance(QLatin1Char('0')));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* add = buttons->addButton(tr("&Add Profile…"), QDialogButtonBox::ActionRole);
    add->setToolTip(tr("Read a profile of your own: a JSON file like those that come along"));
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    m_remove->setToolTip(tr("Forget a profile of your own; its file stays"));
    buttons->addButton(m_defaults, QDialogButtonBox::ActionRole);
    m_defaults->setToolTip(tr("Set all layers to the bits and schemes that this hardware starts "
                              "with; one step that can be undone"));
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(makeFacts(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(middle, 1);
    layout->addWidget(m_messages);
    layout->addWidget(buttons);
    resize(kDialogSize);
    connect(add, &QPushButton::clicked, this, &HardwareDialog::chooseFile);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { m_profiles.remove(m_profiles.chosen()); });
    connect(m_defaults, &QPushButton::clicked, this, &HardwareDialog::defaultsRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&profiles, &HardwareProfiles::chosenChanged, this, &HardwareDialog::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { m_profiles.choose(current.row()); });
    showChosen();
}

QWidget* HardwareDialog::makeFacts()
{
    auto* facts = new QWidget;
    m_facts = new QFormLayout(facts);
    auto* area = new QScrollArea;
    area->setWidget(facts);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("What the hardware takes"));
    return area;
}

void HardwareDialog::setModelOpen(bool isOpen)
{
    m_isModelOpen = isOpen;
    showChosen();
}

void HardwareDialog::showChosen()
{
    const int row = m_profiles.chosen();
    m_list->setCurrentIndex(m_profiles.index(row));
    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    const session::HardwareProfile* profile = m_profiles.at(row);
    if (profile != nullptr) {
        for (const auto& [name, value] : hardwareFacts(*profile)) {
            m_facts->addRow(name, factLabel(value));
        }
        if (m_profiles.isOwn(row)) {
            m_facts->addRow(tr("File"), factLabel(m_profiles.chosenKey()));
        }
    } else {
        m_facts->addRow(factLabel(tr("All formats and schemes can be chosen.")));
    }
    m_remove->setEnabled(m_profiles.isOwn(row));
    m_defaults->setEnabled(profile != nullptr && m_isModelOpen);
}

void HardwareDialog::chooseFile()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Add Hardware Profile"), m_profiles.chosenKey(),
                                     tr("Hardware profiles (*.json);;All files (*)"));
    if (!file.isEmpty()) {
        addFile(file);
    }
}

void HardwareDialog::addFile(const QString& file)
{
    if (const Status added = m_profiles.add(file); !added) {
        m_messages->showMessage(MessageBar::Kind::Failure, errorText(added.error()));
        return;
    }
    m_messages->dismiss();
    m_profiles.choose(m_profiles.rowOf(QFileInfo(file).absoluteFilePath()));
}

} // namespace quantoscope::gui
