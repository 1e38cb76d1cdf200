/* Workbooks around one part that is hostile: all else in them is ordinary. */
#include "hostile.h"

#include <stdlib.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOCUMENT "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

struct bytes xml_root_of(const char *root, struct bytes inner)
{
    struct bytes b = {0};
    put_format(&b, DECLARATION "<%s xmlns=\"" MAIN "\" xmlns:r=\"" DOCUMENT "\">", root);
    put(&b, inner.ptr, inner.len);
    put_format(&b, "</%s>", root);
    free(inner.ptr);
    return b;
}

struct bytes xml_root(const char *root, const char *inner)
{
    return xml_root_of(root, text_of(inner));
}

static struct bytes or_else(struct bytes given, struct bytes ordinary)
{
    if (!given.ptr)
        return ordinary;
    free(ordinary.ptr);
    return given;
}

struct bytes workbook(const struct workbook *w)
{
    enum { OWN = 6 };
    struct part *part = calloc(OWN + w->mores, sizeof *part);
    if (!part)
        abort();
    part[0] = (struct part){
        .name = "_rels/.rels",
        .content = or_else(
            w->rels,
            text_of(DECLARATION "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"a\" Type=\"" DOCUMENT
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"))};
    part[1] = (struct part){
        .name = "xl/workbook.xml",
        .content = or_else(w->workbook, xml_root("workbook", "<sheets><sheet name=\"Data\" sheetId=\"1\" "
                                                             "r:id=\"r1\"/></sheets>"))};
    part[2] = (struct part){
        .name = "xl/_rels/workbook.xml.rels",
        .content = or_else(
            w->workbook_rels,
            text_of(DECLARATION
                    "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"r1\" Type=\"" DOCUMENT
                    "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" DOCUMENT
                    "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" DOCUMENT
                    "/styles\" Target=\"styles.xml\"/></Relationships>"))};
    part[3] = w->lies;
    part[3].name = w->lies.name ? w->lies.name : "xl/worksheets/sheet1.xml";
    part[3].content = or_else(w->sheet, xml_root("worksheet", "<sheetData>" ORDINARY_ROWS "</sheetData>"));
    part[4] = (struct part){.name = "xl/sharedStrings.xml",
                            .content = or_else(w->strings, xml_root("sst", "<si><t>satu</t></si>"))};
    part[5] = (struct part){
        .name = "xl/styles.xml",
        .content = or_else(w->styles, xml_root("styleSheet", "<cellXfs><xf numFmtId=\"0\"/></cellXfs>"))};
    for (size_t i = 0; i < OWN; i++)
        if (i != 3 || w->lies.method == 0)
            part[i].method = 8;
    if (w->mores > 0)
        memcpy(part + OWN, w->more, w->mores * sizeof *part);
    struct bytes b = archive(part, OWN + w->mores, NULL);
    for (size_t i = 0; i < OWN; i++)
        free(part[i].content.ptr);
    free(part);
    return b;
}

struct bytes opendocument_of(struct bytes content)
{
    struct part part[] = {
        {.name = "mimetype", .content = text_of("application/vnd.oasis.opendocument.spreadsheet")},
        {.name = "content.xml", .content = content, .method = 8},
        {.name = "META-INF/manifest.xml", .content = text_of("<manifest/>"), .method = 8},
    };
    struct bytes b = archive(part, sizeof part / sizeof *part, NULL);
    for (size_t i = 0; i < sizeof part / sizeof *part; i++)
        free(part[i].content.ptr);
    return b;
}

struct bytes opendocument(const char *rows)
{
    struct bytes b = {0};
    put_text(&b, DECLARATION
             "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
             "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
             "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
             "<table:table table:name=\"T\">");
    put_text(&b, rows);
    put_text(&b, "</table:table></office:spreadsheet></office:body></office:document-content>");
    return opendocument_of(b);
}
