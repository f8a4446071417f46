// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/command_line.h"
#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/screenshot.h"
#include "gui/app/system_appearance.h"
#include "gui/app/window_host.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace quantoscope::gui;
using namespace Qt::StringLiterals;

namespace {

void openStart(MainWindow& window, const CommandLine& line)
{
    if (!line.layer.isEmpty()) {
        window.selectLayer(line.layer);
    }
    if (!line.layerView.isEmpty() && !window.showLayerView(line.layerView)) {
        std::fprintf(stderr,
                     "quantoscope: --view needs weights, errors, channels, weight-map, output, "
                     "feature-maps or calibration, not %s\n",
                     qPrintable(line.layerView));
        std::exit(2);
    }
    if (line.open) {
        window.open(*line.open);
    } else if (line.openSample) {
        window.openSample();
    } else if (line.screenshot.isEmpty()) {
        window.openLast();
        window.offerRecovery();
    }
    if (!line.tab.isEmpty() && !window.showTab(line.tab)) {
        std::fprintf(stderr,
                     "quantoscope: --tab needs layers, images, sensitivity or search, not %s\n",
                     qPrintable(line.tab));
        std::exit(2);
    }
}

} // namespace

int main(int argc, char* argv[])
{
    Q_INIT_RESOURCE(quantoscope); // a static library's resources have to be asked for
    Q_INIT_RESOURCE(translations);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Quantoscope"_s);
    QApplication::setApplicationName(u"quantoscope"_s);
    QApplication::setApplicationDisplayName(u"Quantoscope"_s);
    QApplication::setApplicationVersion(QStringLiteral(QUANTOSCOPE_VERSION));
    QApplication::setWindowIcon(QIcon(u":/icons/quantoscope.svg"_s));
    const QString asked = languageFromArguments(QApplication::arguments()).value_or(QString());
    applyLanguage(isLanguage(asked) && !asked.isEmpty() ? asked : storedLanguage());
    const CommandLine line = parseCommandLine(QApplication::arguments());
    applyAppearance(line.appearance.value_or(storedAppearance()));

    const bool persistent = line.screenshot.isEmpty();
    std::unique_ptr<SystemAppearance> system;
    if (persistent) {
        system = std::make_unique<SystemAppearance>();
    }
    WindowHost host(persistent);
    MainWindow& window = host.window(); // until the user chooses another language
    if (line.size.isValid()) {
        window.resize(line.size);
    }
    window.show();
    openStart(window, line);
    std::unique_ptr<Screenshot> screenshot;
    if (!line.screenshot.isEmpty()) {
        screenshot = std::make_unique<Screenshot>(window, line.screenshot, line.moment);
    }
    return QApplication::exec();
}
