// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QListView;
class QPushButton;

namespace quantoscope::gui {

class HardwareProfiles;
class MessageBar;

/// The target devices with what each takes: chooses one, adds and removes profiles of the user's
/// own.
class HardwareDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HardwareDialog(HardwareProfiles& profiles, QWidget* parent = nullptr);

    [[nodiscard]] QListView& list() { return *m_list; }
    [[nodiscard]] QPushButton& removeButton() { return *m_remove; }
    [[nodiscard]] QPushButton& defaultsButton() { return *m_defaults; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }
    /// Whether there is a model that can get a profile's defaults.
    void setModelOpen(bool isOpen);
    void addFile(const QString& file); ///< and chooses it; says what is wrong with it

Q_SIGNALS:
    void defaultsRequested(); ///< of the chosen hardware, for the whole model

private:
    QWidget* makeFacts();
    void showChosen();
    void chooseFile();

    HardwareProfiles& m_profiles;
    QListView* m_list;
    QFormLayout* m_facts = nullptr;
    MessageBar* m_messages;
    QPushButton* m_remove;
    QPushButton* m_defaults;
    bool m_isModelOpen = false;
};

} // namespace quantoscope::gui
