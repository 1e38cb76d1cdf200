#include "foreign.h"
#include "html.h"
#include "textcode.h"

#include <string.h>

static const char again[] = "open it in a spreadsheet program and save it as .xlsx";
static const char ask[] = "ask the agency for the spreadsheet itself";

static const struct signature {
    const char *bytes;
    size_t len;
    struct foreign is;
} signatures[] = {
    {"\x89PNG\r\n", 6, {"a PNG picture, not a spreadsheet", ask}},
    {"\xFF\xD8\xFF", 3, {"a JPEG picture, not a spreadsheet", ask}},
    {"GIF8", 4, {"a GIF picture, not a spreadsheet", ask}},
    {"RIFF", 4, {"a WebP picture or a sound, not a spreadsheet", ask}},
    {"%PDF", 4, {"a PDF document, not a spreadsheet", ask}},
    {"{\\rtf", 5, {"an RTF document, not a spreadsheet", ask}},
    {"Rar!", 4, {"a RAR archive, not a spreadsheet", "unpack it and give the files in it"}},
    {"7z\xBC\xAF", 4, {"a 7-Zip archive, not a spreadsheet", "unpack it and give the files in it"}},
    {"\x09\x00\x04\x00", 4, {"a workbook of Excel 2", again}},
    {"\x09\x02\x06\x00", 4, {"a workbook of Excel 3", again}},
    {"\x09\x04\x06\x00", 4, {"a workbook of Excel 4", again}},
    {"MIME-Version:", 13, {"a web archive (.mht), not a spreadsheet", again}},
    {"TABLE\r\n0,1\r\n", 12, {"a file of the data interchange format (.dif)", again}},
    {"TABLE\n0,1\n", 10, {"a file of the data interchange format (.dif)", again}},
};

static bool is_xml(struct str head)
{
    if (str_starts(head, "\xEF\xBB\xBF"))
        head = (struct str){head.ptr + 3, head.len - 3};
    return str_starts(str_trim(head), "<?xml");
}

/* Its first line alone could be the headings of delimited text: "ID;Provinsi". */
static bool is_sylk(struct str head)
{
    static const char *const seconds[] = {"P;P", "F;P", "C;Y", "C;X", "B;Y", "B;X", "O;"};
    size_t at = 0;
    if (!str_starts(head, "ID;P"))
        return false;
    while (at < head.len && head.ptr[at] != '\r' && head.ptr[at] != '\n')
        at++;
    while (at < head.len && (head.ptr[at] == '\r' || head.ptr[at] == '\n'))
        at++;
    struct str second = {head.ptr + at, head.len - at};
    for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++)
        if (str_starts(second, seconds[i]))
            return true;
    return false;
}

/* Bytes that no text holds; UTF-16 has zeros. */
static bool is_binary(struct str head)
{
    size_t skip;
    if (text_encoding(head, &skip) != TEXT_BYTES)
        return false;
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.ptr[i];
        if (c < 0x20 && !strchr("\t\n\r\f\x1A", c ? c : 1))
            return true;
    }
    return false;
}

static bool holds(struct str head, const char *text)
{
    return memmem(head.ptr, head.len, text, strlen(text)) != NULL;
}

const struct foreign *foreign_is(struct str head)
{
    static const struct foreign empty = {"empty", "ask the agency for the file again"},
                                xml_2003 = {"an XML spreadsheet of Excel 2003", again},
                                flat = {"a flat OpenDocument file (.fods)", again},
                                sylk = {"a SYLK file (.slk)", again},
                                xml = {"an XML document, not a spreadsheet", again},
                                binary = {"neither a workbook nor text", ask};
    static const char namespace_2003[] = "urn:schemas-microsoft-com:office:spreadsheet",
                      element_flat[] = "<office:document ";
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (head.len >= signatures[i].len && memcmp(head.ptr, signatures[i].bytes, signatures[i].len) == 0)
            return &signatures[i].is;
    if (head.len == 0)
        return &empty;
    if (is_xml(head))
        return holds(head, namespace_2003) ? &xml_2003 : holds(head, element_flat) ? &flat : &xml;
    if (is_sylk(head))
        return &sylk;
    return is_binary(head) ? &binary : NULL;
}

const struct foreign *foreign_in_gzip(struct str head)
{
    static const char unpack[] = "unpack it with gunzip and give what comes out";
    static const struct foreign workbook = {"a workbook or another archive", unpack},
                                page = {"a web page", unpack}, gzip = {"compressed with gzip again", unpack};
    if (str_starts(head, "PK\3\4") || str_starts(head, "\xD0\xCF\x11\xE0") || str_starts(head, "\x09\x08"))
        return &workbook;
    if (html_is(head))
        return &page;
    return str_starts(head, "\x1F\x8B") ? &gzip : foreign_is(head);
}
