/* XML that no workbook has: document types and entities, endless depth, tags of megabytes, broken encodings.
 */
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A workbook with one part replaced; p is an offset of a struct bytes within struct workbook. */
static void replaced(const char *name, size_t which, struct bytes content, int status, const char *text)
{
    struct workbook w = {0};
    *(struct bytes *)((char *)&w + which) = content;
    struct bytes b = workbook(&w);
    hostile_file(name, &b, "", status, text);
}

#define SHEET offsetof(struct workbook, sheet)
#define STRINGS offsetof(struct workbook, strings)
#define STYLES offsetof(struct workbook, styles)
#define WORKBOOK offsetof(struct workbook, workbook)
#define RELS offsetof(struct workbook, rels)
#define WORKBOOK_RELS offsetof(struct workbook, workbook_rels)

static const struct {
    const char *name, *root;
    size_t which;
} places[] = {{"sheet", "worksheet", SHEET},    {"strings", "sst", STRINGS},
              {"styles", "styleSheet", STYLES}, {"workbook", "workbook", WORKBOOK},
              {"rels", "Relationships", RELS},  {"workbook-rels", "Relationships", WORKBOOK_RELS}};

enum { PLACES = sizeof places / sizeof *places };

static struct bytes utf16(const char *text, bool big)
{
    struct bytes b = {0};
    put_u16(&b, big ? 0xFFFE : 0xFEFF);
    for (; *text; text++)
        put_u16(&b, big ? (unsigned)*text << 8 : (unsigned)*text);
    return b;
}

static void doctypes(void)
{
    static const char refused[] = "a document type declaration, which no workbook has";
    static const struct {
        const char *name, *xml;
    } kinds[] = {
        {"internal", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"},
        {"external", "<!DOCTYPE a SYSTEM \"http://example.invalid/a.dtd\"><a/>"},
        {"public", "<!DOCTYPE a PUBLIC \"-//A//B//C\" \"file:///etc/passwd\"><a/>"},
        {"xxe-file",
         "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"},
        {"xxe-http",
         "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]><a>&x;</a>"},
        {"parameter", "<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><a/>"},
        {"attribute", "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>"},
        {"behind-comment", "<?xml version=\"1.0\"?><!-- <a> --><!DOCTYPE a><a/>"},
        {"laughs",
         "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
         "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
         "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f "
         "\"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]><a>&f;</a>"},
    };
    char name[64];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        snprintf(name, sizeof name, "dtd-%s.xlsx", kinds[i].name);
        replaced(name, i % 2 ? STRINGS : SHEET, text_of(kinds[i].xml), 65, refused);
    }
    for (size_t i = 0; i < PLACES; i++) {
        snprintf(name, sizeof name, "dtd-in-%s.xlsx", places[i].name);
        replaced(name, places[i].which, text_of(kinds[3].xml), 65, refused);
    }
    replaced("dtd-utf16le.xlsx", SHEET, utf16(kinds[0].xml, false), 65, refused);
    replaced("dtd-utf16be.xlsx", STRINGS, utf16(kinds[0].xml, true), 65, refused);
    struct bytes b = opendocument_of(text_of(kinds[8].xml));
    hostile_file("dtd.ods", &b, "", 65, refused);
    /* quadratic blow-up: one long entity, named many times */
    struct bytes quadratic = text_of("<!DOCTYPE a [<!ENTITY x \"");
    put_many(&quadratic, "x", 50000);
    put_text(&quadratic, "\">]><a>");
    put_many(&quadratic, "&x;", 50000);
    put_text(&quadratic, "</a>");
    replaced("dtd-quadratic.xlsx", SHEET, quadratic, 65, refused);
}

static void depths(void)
{
    enum { DEEP = 100000 };
    char name[64];
    for (size_t i = 0; i < PLACES; i++) {
        struct bytes b = {0};
        put_many(&b, "<a>", DEEP);
        put_many(&b, "</a>", DEEP);
        snprintf(name, sizeof name, "deep-%s.xlsx", places[i].name);
        replaced(name, places[i].which, xml_root_of(places[i].root, b), 65, "passes limit xml-depth=200");
    }
    struct bytes cells = text_of("<sheetData><row>");
    put_many(&cells, "<c>", DEEP);
    replaced("deep-cells.xlsx", SHEET, xml_root_of("worksheet", cells), 65, "passes limit xml-depth=200");
    struct bytes b = {0};
    put_many(&b, "<x>", DEEP);
    b = opendocument_of(xml_root_of("a", b));
    hostile_file("deep.ods", &b, "", 65, "passes limit xml-depth=200");
}

/* What the parser must hold whole before it can tell what it is. */
static void huge_tokens(void)
{
    enum { HUGE = 12 * 1024 * 1024, FEW = 100000 };
    static const char *const kinds[][3] = {{"attribute", "<a b=\"", "\"/>"},
                                           {"comment", "<!-- ", " -->"},
                                           {"instruction", "<?a ", "?>"},
                                           {"name", "<", "/>"}};
    char name[64];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct bytes b = text_of(kinds[i][1]);
        put_noise(&b, HUGE);
        put_text(&b, kinds[i][2]);
        snprintf(name, sizeof name, "huge-%s.xlsx", kinds[i][0]);
        replaced(name, i % 2 ? STRINGS : SHEET, xml_root_of(i % 2 ? "sst" : "worksheet", b), 65,
                 "passes limit row-bytes=8M");
    }
    struct bytes same = text_of("<a"), different = text_of("<sheetData><row");
    put_many(&same, " b=\"\"", FEW);
    put_text(&same, "/>");
    replaced("attributes-same.xlsx", SHEET, xml_root_of("worksheet", same), 65, "duplicate attribute");
    for (int i = 0; i < FEW; i++)
        put_format(&different, " a%d=\"\"", i);
    put_text(&different, "><c><v>5</v></c></row></sheetData>");
    replaced("attributes-many.xlsx", SHEET, xml_root_of("worksheet", different), 0, "5\n");
}

static void encodings(void)
{
    static const struct {
        const char *name, *xml, *text;
    } cases[] = {
        {"utf7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-a/+AD4-", "is damaged: "},
        {"ebcdic", "<?xml version=\"1.0\" encoding=\"IBM037\"?><a/>", "unknown encoding"},
        {"utf16-claimed", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
         "encoding specified in XML declaration is incorrect"},
        {"utf16-cut", "\xFF\xFE<", "is damaged: "},
        {"utf32", "\xFF\xFE\1\1<\1\1\1", "is damaged: "},
        {"overlong", "<a>\xC0\xBC</a>", "not well-formed (invalid token)"},
        {"overlong-nul", "<a>\xC0\x80</a>", "not well-formed (invalid token)"},
        {"surrogate", "<a>\xED\xA0\x80</a>", "not well-formed (invalid token)"},
        {"beyond", "<a>\xF4\x90\x80\x80</a>", "not well-formed (invalid token)"},
        {"no-start", "<a>\x80</a>", "not well-formed (invalid token)"},
        {"fe", "<a>\xFE</a>", "not well-formed (invalid token)"},
        {"cut-character", "<a>\xE2\x82</a>", "not well-formed (invalid token)"},
        {"control", "<a>\x01</a>", "not well-formed (invalid token)"},
        {"control-escape", "<a>\x1B[2J</a>", "not well-formed (invalid token)"},
        {"reference-unknown", "<a>&nbsp;</a>", "undefined entity"},
        {"reference-zero", "<a>&#0;</a>", "reference to invalid character number"},
        {"reference-surrogate", "<a>&#xD800;</a>", "reference to invalid character number"},
        {"reference-beyond", "<a>&#x110000;</a>", "reference to invalid character number"},
        {"reference-overflow", "<a>&#99999999999999999999;</a>", "reference to invalid character number"},
        {"reference-open", "<a>&#x41</a>", "not well-formed (invalid token)"},
        {"ampersand", "<a>& </a>", "not well-formed (invalid token)"},
        {"brackets", "<a>]]></a>", "not well-formed (invalid token)"},
        {"cdata-open", "<a><![CDATA[x", "unclosed CDATA section"},
        {"comment-open", "<a><!-- x", "unclosed token"},
        {"tag-open", "<a><b", "unclosed token"},
        {"element-open", "<a><b>", "no element found"},
        {"mismatch", "<a><b></a></b>", "mismatched tag"},
        {"two-roots", "<a/><b/>", "junk after document element"},
        {"text-behind", "<a/>x", "junk after document element"},
        {"declaration-late", " <?xml version=\"1.0\"?><a/>",
         "XML or text declaration not at start of entity"},
        {"empty", " ", "no element found"},
        {"no-xml", "%PDF-1.7", "is damaged: "},
    };
    char name[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(name, sizeof name, "xml-%s.xlsx", cases[i].name);
        replaced(name, i % 2 ? STRINGS : SHEET, text_of(cases[i].xml), 65, cases[i].text);
    }
    /* the same within rows and strings, where the scanner reads first */
    for (size_t i = 5; i < 22; i++) {
        struct bytes row = text_of("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>"),
                     item = text_of("<si><t>");
        put(&row, cases[i].xml + 3, strlen(cases[i].xml) - 7);
        put(&item, cases[i].xml + 3, strlen(cases[i].xml) - 7);
        put_text(&row, "</v></c></row></sheetData>");
        put_text(&item, "</t></si>");
        snprintf(name, sizeof name, "scan-%s.xlsx", cases[i].name);
        if (i % 2)
            replaced(name, SHEET, xml_root_of("worksheet", row), 65, cases[i].text);
        else
            replaced(name, STRINGS, xml_root_of("sst", item), 65, cases[i].text);
        free(i % 2 ? item.ptr : row.ptr);
    }
    struct bytes nul = text_of("<sheetData><row><c><v>1");
    put(&nul, "\0", 1);
    put_text(&nul, "</v></c></row></sheetData>");
    replaced("xml-nul.xlsx", SHEET, xml_root_of("worksheet", nul), 65, "not well-formed (invalid token)");
}

void make_parts(void)
{
    doctypes();
    depths();
    huge_tokens();
    encodings();
}
