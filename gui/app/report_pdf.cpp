// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/report_pdf.h"

#include "core/base/atomic_file.h"
#include "core/session/report_plots.h"
#include "gui/app/path_text.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace quantoscope::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPlotWidth = 1980; ///< pixels, for sharp lines on paper
constexpr int kPlotHeight = 619;
constexpr int kDotsPerInch = 96; ///< as the rich text counts its widths

QImage drawn(const std::string& svg)
{
    QImage image(kPlotWidth, kPlotHeight, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(QByteArray::fromStdString(svg)).render(&painter);
    return image;
}

void addPlot(QTextDocument& document, const char* address, const std::string& svg)
{
    if (!svg.empty()) {
        document.addResource(QTextDocument::ImageResource, QUrl(QString::fromLatin1(address)),
                             drawn(svg));
    }
}

} // namespace

Status writePdfReport(const session::Report& report, const std::filesystem::path& file)
{
    QTextDocument document;
    addPlot(document, session::kTriedPlot, session::triedPlot(report, {}));
    addPlot(document, session::kNoisePlot, session::noisePlot(report, {}));
    document.setHtml(QString::fromStdString(session::toPrintHtml(report)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
        // With a page size of its own the document adds no margins to those of the page.
        document.setPageSize(writer.pageLayout().paintRectPixels(kDotsPerInch).size());
        document.setDocumentMargin(0.0);
        writer.setTitle(pathText(report.model->file.filename()));
        writer.setCreator(u"Quantoscope"_s);
        document.print(&writer);
    }
    return writeFile(file,
                     std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::string thumbnailAddress(const std::filesystem::path& file, int side)
{
    QImageReader reader(pathText(file));
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) {
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    }
    const QImage image = reader.read();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (image.isNull() || !image.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", 85)) {
        return {};
    }
    return "data:image/jpeg;base64," + bytes.toBase64().toStdString();
}

} // namespace quantoscope::gui
