// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/command_line.h"

#include "gui/app/language.h"
#include "gui/app/main_window.h"
#include "gui/app/path_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>

#include <cstdio>
#include <cstdlib>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWrongUsage = 2;

QString tr(const char* text)
{
    return QCoreApplication::translate("quantoscope::gui", text);
}

[[noreturn]] void wrongUsage(const QString& message)
{
    std::fprintf(stderr, "quantoscope: %s\n", qPrintable(message));
    std::exit(kWrongUsage);
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(tr("Explores the quantization of neural networks."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"model"_s, tr("ONNX model, or session (.quantoscope), to open."),
                                 u"[MODEL]"_s);
    parser.addOptions({
        {u"images"_s, tr("Folder of validation images."), u"DIR"_s},
        {u"labels"_s, tr("Labels of the images, CSV or TXT."), u"FILE"_s},
        {u"calibration"_s, tr("Folder of calibration images."), u"DIR"_s},
        {u"preprocess"_s, tr("Preset or JSON file that says how images are prepared."),
         u"NAME|FILE"_s},
        {u"config"_s, tr("Configuration to start with, JSON."), u"FILE"_s},
        {u"sample"_s, tr("Open the bundled sample.")},
        {u"appearance"_s, tr("system, light or dark."), u"NAME"_s},
        {u"language"_s, tr("Language of this run: en, de, zh_CN or ja."), u"CODE"_s},
        {u"screenshot"_s, tr("Save a picture of the window and quit."), u"FILE.png"_s},
        {u"size"_s, tr("Size of the screenshot."), u"WxH"_s},
        {u"after"_s,
         tr("When to take the screenshot: opened, evaluated, swept (runs a sensitivity sweep "
            "first), searched (runs a search for mixed precision first), corrected (corrects the "
            "weights first), tried (evaluates some uniform configurations first) or toured (with "
            "the tour of the window)."),
         u"MOMENT"_s},
        {u"tab"_s,
         tr("Which tab to show: layers, images, sensitivity, search, methods, rules or tried."),
         u"NAME"_s},
        {u"view"_s,
         tr("What to show of the selected layer: weights, errors, channels, weight-map, output, "
            "feature-maps or calibration."),
         u"NAME"_s},
        {u"layer"_s, tr("Layer to select."), u"NAME"_s},
    });
}

QSize parseSize(const QString& text)
{
    const QStringList parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 1 || size.height() < 1) {
        wrongUsage(tr("--size needs WxH, as in 1280x720, not %1").arg(text));
    }
    return size;
}

std::optional<OpenRequest> parseOpen(const QCommandLineParser& parser)
{
    const QStringList models = parser.positionalArguments();
    if (models.size() > 1) {
        wrongUsage(tr("only one model can be opened"));
    }
    if (models.isEmpty()) {
        return std::nullopt;
    }
    OpenRequest request;
    if (isSessionFile(models.front())) {
        request.session = toPath(models.front());
        return request;
    }
    request.model.file = toPath(models.front());
    request.configuration = toPath(parser.value(u"config"_s));
    if (parser.isSet(u"images"_s)) {
        request.data.emplace();
        request.data->validation.images = toPath(parser.value(u"images"_s));
        request.data->validation.labels = toPath(parser.value(u"labels"_s));
        request.data->calibrationImages = toPath(parser.value(u"calibration"_s));
        request.data->preprocess = parser.value(u"preprocess"_s).toStdString();
    }
    return request;
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        wrongUsage(parser.errorText());
    }
    if (parser.isSet(u"help"_s)) {
        parser.showHelp();
    }
    if (parser.isSet(u"version"_s)) {
        parser.showVersion();
    }
    CommandLine line;
    line.open = parseOpen(parser);
    line.openSample = parser.isSet(u"sample"_s);
    if (!line.open && (parser.isSet(u"images"_s) || parser.isSet(u"config"_s))) {
        wrongUsage(tr("--images and --config need a model"));
    }
    line.screenshot = parser.value(u"screenshot"_s);
    if (parser.isSet(u"size"_s)) {
        line.size = parseSize(parser.value(u"size"_s));
    }
    const QString after = parser.value(u"after"_s);
    const QHash<QString, ScreenshotMoment> moments{{u"opened"_s, ScreenshotMoment::Opened},
                                                   {u"evaluated"_s, ScreenshotMoment::Evaluated},
                                                   {u"swept"_s, ScreenshotMoment::Swept},
                                                   {u"searched"_s, ScreenshotMoment::Searched},
                                                   {u"corrected"_s, ScreenshotMoment::Corrected},
                                                   {u"tried"_s, ScreenshotMoment::Tried},
                                                   {u"toured"_s, ScreenshotMoment::Toured}};
    if (!after.isEmpty() && !moments.contains(after)) {
        wrongUsage(
            tr("--after needs opened, evaluated, swept, searched, corrected, tried or toured, "
               "not %1")
                .arg(after));
    }
    line.moment = !line.open && !line.openSample
                      ? ScreenshotMoment::Welcome
                      : moments.value(after, ScreenshotMoment::Evaluated);
    line.tab = parser.value(u"tab"_s);
    line.layerView = parser.value(u"view"_s);
    line.layer = parser.value(u"layer"_s);
    if (parser.isSet(u"appearance"_s)) {
        line.appearance = appearanceFromName(parser.value(u"appearance"_s));
    }
    if (parser.isSet(u"language"_s)) {
        line.language = parser.value(u"language"_s);
        if (line.language->isEmpty() || !isLanguage(*line.language)) {
            wrongUsage(tr("--language needs en, de, zh_CN or ja, not %1").arg(*line.language));
        }
    }
    return line;
}

} // namespace quantoscope::gui
