// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/translation_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace quantoscope::gui {

namespace {

using namespace Qt::StringLiterals;

void readTranslation(QXmlStreamReader& xml, TranslatedMessage& message)
{
    message.isFinished = !xml.attributes().hasAttribute("type"_L1);
    if (!message.isPlural) {
        message.forms = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement()) {
        message.forms << xml.readElementText();
    }
}

TranslatedMessage readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslatedMessage message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, message);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression kPlaceholder(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (const auto& match : kPlaceholder.globalMatch(text)) {
        found << match.captured();
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

bool hasAccessKey(const QString& text)
{
    static const QRegularExpression kKey(u"&[^&\\s;]"_s);
    return QString(text).remove(u"&&"_s).contains(kKey);
}

/// Chinese and Japanese have the key in brackets behind the text.
QString withoutKey(const QString& text)
{
    static const QRegularExpression kKey(u"\\s?\\(&\\w\\)"_s);
    return QString(text).remove(kKey);
}

bool endsWithColon(const QString& text)
{
    return text.endsWith(u':') || text.endsWith(u'：');
}

} // namespace

QList<TranslatedMessage> readTranslations(const QString& file)
{
    QFile device(file);
    QList<TranslatedMessage> messages;
    if (!device.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&device);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages << readMessage(xml, context);
        }
    }
    return xml.hasError() ? QList<TranslatedMessage>() : messages;
}

QStringList faultsOf(const TranslatedMessage& message, int pluralForms)
{
    QStringList faults;
    if (!message.isFinished || message.forms.isEmpty() || message.forms.contains(QString())) {
        return {u"is not translated"_s};
    }
    if (message.isPlural && message.forms.size() != pluralForms) {
        faults << u"has %1 plural forms, not %2"_s.arg(message.forms.size()).arg(pluralForms);
    }
    for (const QString& form : message.forms) {
        const QString text = withoutKey(form);
        if (placeholders(form) != placeholders(message.source)) {
            faults << u"has other placeholders: "_s + form;
        }
        if (hasAccessKey(form) != hasAccessKey(message.source)) {
            faults << u"has or lacks an access key: "_s + form;
        }
        if (text.endsWith(u'…') != message.source.endsWith(u'…') ||
            endsWithColon(text) != endsWithColon(message.source)) {
            faults << u"ends otherwise: "_s + form;
        }
    }
    return faults;
}

} // namespace quantoscope::gui
