#include "xml.h"
#include "limit.h"
#include "skim.h"

#include <string.h>

enum { CHUNK = 64 * 1024 };

const char *xml_local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2)
        if (strcmp(xml_local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

bool xml_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void XMLCALL refuse_doctype(void *context, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    XML_StopParser(context, XML_FALSE);
}

XML_Parser xml_parser(void)
{
    XML_Parser p = XML_ParserCreate(NULL);
    if (!p)
        mem_exhausted();
    XML_UseParserAsHandlerArg(p);
    XML_SetStartDoctypeDeclHandler(p, refuse_doctype);
    return p;
}

bool xml_fault(XML_Parser parser, const char *file, struct str part, const char *fault, struct err *e)
{
    enum XML_Error code = XML_GetErrorCode(parser);
    if (!fault)
        fault = code == XML_ERROR_ABORTED ? "a document type declaration, which no workbook has"
                                          : XML_ErrorString(code);
    if (!limit_refused(fault, file, e))
        err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", file, fault);
    return err_place(e, "part %.*s, line %lu", STR_ARG(part),
                     (unsigned long)XML_GetCurrentLineNumber(parser));
}

/* The code unit of an escape _xHHHH_ that s begins with; -1 when it begins with something else. */
static long escape_at(struct str s)
{
    long unit = 0;
    if (s.len < 7 || s.ptr[0] != '_' || s.ptr[1] != 'x' || s.ptr[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        const char *digits = "0123456789abcdef", *at = strchr(digits, s.ptr[i] | 32);
        if (s.ptr[i] < '0' || !at)
            return -1;
        unit = unit * 16 + (at - digits);
    }
    return unit == 0 ? -1 : unit; /* NUL has no place in text */
}

size_t xml_utf8(unsigned long c, char *out)
{
    if (c < 0x80)
        return out[0] = (char)c, 1;
    if (c < 0x800)
        return out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
    if (c < 0x10000)
        return out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)),
               out[2] = (char)(0x80 | (c & 63)), 3;
    return out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 63)),
           out[2] = (char)(0x80 | (c >> 6 & 63)), out[3] = (char)(0x80 | (c & 63)), 4;
}

struct str xml_unescape(struct arena *a, struct str s)
{
    if (s.len < 7 || !memmem(s.ptr, s.len, "_x", 2))
        return s;
    char *text = arena_alloc(a, s.len + 1);
    size_t n = 0;
    while (s.len > 0) {
        long unit = escape_at(s);
        size_t used = unit < 0 ? 1 : 7;
        if (unit < 0) {
            text[n++] = *s.ptr;
        } else {
            unsigned long c = (unsigned long)unit;
            long low = unit >= 0xD800 && unit < 0xDC00 ? escape_at((struct str){s.ptr + 7, s.len - 7}) : -1;
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (unsigned long)(low - 0xDC00);
                used = 14;
            } else if (c >= 0xD800 && c < 0xE000) {
                c = 0xFFFD;
            }
            n += xml_utf8(c, text + n);
        }
        s = (struct str){s.ptr + used, s.len - used};
    }
    return (struct str){text, n};
}

static void stop_if_done(struct xml *x)
{
    if (x->fault || x->enough)
        XML_StopParser(x->parser, XML_FALSE);
}

static void XMLCALL on_start(void *parser, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *x = XML_GetUserData(parser);
    if ((uint64_t)++x->depth > limit_of(LIMIT_XML_DEPTH))
        x->fault = limit_fault(LIMIT_XML_DEPTH);
    else
        x->start(x, xml_local(name), attributes);
    stop_if_done(x);
}

static void XMLCALL on_end(void *parser, const XML_Char *name)
{
    struct xml *x = XML_GetUserData(parser);
    x->depth--;
    if (x->end)
        x->end(x, xml_local(name));
    stop_if_done(x);
}

static void XMLCALL on_text(void *parser, const XML_Char *text, int len)
{
    struct xml *x = XML_GetUserData(parser);
    x->text(x, (struct str){text, (size_t)len});
    stop_if_done(x);
}

enum XML_Status xml_step(XML_Parser parser, struct zip_part *part, struct skim *skim, struct xml_progress *p,
                         const char **fault, struct err *e)
{
    void *buffer = XML_GetBuffer(parser, CHUNK);
    if (!buffer)
        mem_exhausted();
    long n = skim ? skim_read(skim, buffer, CHUNK, e) : zip_part_read(part, buffer, CHUNK, e);
    if (n < 0)
        return XML_STATUS_ERROR;
    p->ended = n == 0;
    p->fed += (uint64_t)n;
    enum XML_Status status = XML_ParseBuffer(parser, (int)n, n == 0);
    if (status == XML_STATUS_ERROR && XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY)
        mem_exhausted();
    XML_Index at = XML_GetCurrentByteIndex(parser);
    p->at = at > 0 ? (uint64_t)at : p->at;
    if (status == XML_STATUS_OK && p->fed - p->at > limit_of(LIMIT_ROW_BYTES)) {
        *fault = limit_fault(LIMIT_ROW_BYTES);
        return XML_STATUS_ERROR;
    }
    return status;
}

static bool feed(struct zip_part *part, struct skim *skim, struct xml *x, struct err *e)
{
    struct xml_progress p = {0};
    while (!p.ended && !x->enough)
        if (xml_step(x->parser, part, skim, &p, &x->fault, e) != XML_STATUS_OK &&
            !(x->enough && !x->fault && e->status == 0))
            return false;
    return true;
}

bool xml_read(const struct zip *z, const struct zip_entry *entry, struct xml *x, struct err *e)
{
    struct zip_part *part = zip_part_open(z, entry, e);
    if (!part)
        return false;
    x->parser = xml_parser();
    x->depth = 0;
    XML_SetUserData(x->parser, x);
    XML_SetElementHandler(x->parser, on_start, on_end);
    if (x->text)
        XML_SetCharacterDataHandler(x->parser, on_text);
    struct skim *skim = x->rowless ? skim_open(part) : NULL;
    bool ok = feed(part, skim, x, e);
    x->unsure = skim && skim_unsure(skim);
    skim_close(skim);
    if (!ok && e->status == 0)
        xml_fault(x->parser, zip_name(z), entry->name, x->fault, e);
    XML_ParserFree(x->parser);
    zip_part_close(part);
    return ok;
}
