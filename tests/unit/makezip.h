/* makezip.h - writes small zip archives for tests: whole, and broken in a chosen way. */
#ifndef KP2S_MAKEZIP_H
#define KP2S_MAKEZIP_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum makezip_method { MAKEZIP_STORED = 0, MAKEZIP_DEFLATED = 8 };

struct makezip_part {
    const char *name, *text;
    size_t len;         /* 0: strlen(text) */
    int method;         /* an enum makezip_method, or another number */
    uint32_t wrong_crc; /* added to the right one */
    unsigned flags;
};

static inline void makezip_u16(FILE *f, unsigned v)
{
    fputc((int)(v & 255), f);
    fputc((int)(v >> 8 & 255), f);
}

static inline void makezip_u32(FILE *f, uint32_t v)
{
    makezip_u16(f, v & 65535);
    makezip_u16(f, v >> 16);
}

/* What local header and directory entry have in common. */
static inline void makezip_common(FILE *f, const struct makezip_part *p, uint32_t crc, size_t packed,
                                  size_t len)
{
    makezip_u16(f, 20);
    makezip_u16(f, p->flags);
    makezip_u16(f, (unsigned)p->method);
    makezip_u32(f, 0);
    makezip_u32(f, crc + p->wrong_crc);
    makezip_u32(f, (uint32_t)packed);
    makezip_u32(f, (uint32_t)len);
    makezip_u16(f, (unsigned)strlen(p->name));
    makezip_u16(f, 0);
}

static inline size_t makezip_pack(const struct makezip_part *p, size_t len, unsigned char **packed)
{
    z_stream z = {0};
    size_t room = len + len / 8 + 64;
    *packed = malloc(room);
    if (p->method != MAKEZIP_DEFLATED) {
        memcpy(*packed, p->text, len);
        return len;
    }
    deflateInit2(&z, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    z.next_in = (Bytef *)(uintptr_t)p->text;
    z.avail_in = (uInt)len;
    z.next_out = *packed;
    z.avail_out = (uInt)room;
    deflate(&z, Z_FINISH);
    deflateEnd(&z);
    return room - z.avail_out;
}

static inline void makezip(const char *path, const struct makezip_part *part, size_t n)
{
    uint32_t offset[64], crc[64];
    size_t packed[64], len[64];
    FILE *f = fopen(path, "wb");
    for (size_t i = 0; i < n; i++) {
        unsigned char *bytes;
        len[i] = part[i].len ? part[i].len : strlen(part[i].text);
        packed[i] = makezip_pack(&part[i], len[i], &bytes);
        crc[i] = (uint32_t)crc32(0, (const Bytef *)part[i].text, (uInt)len[i]);
        offset[i] = (uint32_t)ftell(f);
        fwrite("PK\3\4", 1, 4, f);
        makezip_common(f, &part[i], crc[i], packed[i], len[i]);
        fputs(part[i].name, f);
        fwrite(bytes, 1, packed[i], f);
        free(bytes);
    }
    uint32_t directory = (uint32_t)ftell(f);
    for (size_t i = 0; i < n; i++) {
        fwrite("PK\1\2\x14\0", 1, 6, f);
        makezip_common(f, &part[i], crc[i], packed[i], len[i]);
        for (int zero = 0; zero < 10; zero++)
            fputc(0, f);
        makezip_u32(f, offset[i]);
        fputs(part[i].name, f);
    }
    uint32_t end = (uint32_t)ftell(f);
    fwrite("PK\5\6\0\0\0\0", 1, 8, f);
    makezip_u16(f, (unsigned)n);
    makezip_u16(f, (unsigned)n);
    makezip_u32(f, end - directory);
    makezip_u32(f, directory);
    makezip_u16(f, 0);
    fclose(f);
}

/* --- workbooks --- */

struct makebook {
    const char *sheet;                       /* XML within <worksheet> */
    const char *strings, *styles, *workbook; /* within their roots; NULL: none, or an ordinary one */
    const char *prefix;                      /* of all elements, as "x:"; NULL: none */
    const char *sheet_target;                /* NULL: "worksheets/sheet1.xml" */
};

#define MAKEBOOK_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define MAKEBOOK_REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static inline const char *makebook_root(const char *prefix, const char *root, const char *inner)
{
    char *text = malloc(strlen(inner) + 400);
    const char *p = prefix ? prefix : "";
    char colon[16] = "";
    if (*p)
        snprintf(colon, sizeof colon, ":%.*s", (int)strlen(p) - 1, p);
    sprintf(text, "<?xml version=\"1.0\"?><%s%s xmlns%s=\"%s\" xmlns:r=\"%s\">%s</%s%s>", p, root, colon,
            MAKEBOOK_MAIN, MAKEBOOK_REL, inner, p, root);
    return text;
}

static inline void makebook(const char *path, const struct makebook *b)
{
    char rels[1500];
    snprintf(rels, sizeof rels,
             "<Relationships><Relationship Id=\"rId1\" Type=\"" MAKEBOOK_REL "/worksheet\" Target=\"%s\"/>"
             "<Relationship Id=\"rId2\" Type=\"" MAKEBOOK_REL
             "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
             "<Relationship Id=\"rId3\" Type=\"" MAKEBOOK_REL
             "/styles\" Target=\"/xl/styles.xml\"/></Relationships>",
             b->sheet_target ? b->sheet_target : "worksheets/sheet1.xml");
    char plain[200];
    snprintf(plain, sizeof plain, "<%ssheets><%ssheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></%ssheets>",
             b->prefix ? b->prefix : "", b->prefix ? b->prefix : "", b->prefix ? b->prefix : "");
    struct makezip_part part[] = {
        {.name = "_rels/.rels",
         .text = "<Relationships><Relationship Id=\"a\" Type=\"" MAKEBOOK_REL
                 "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
         .method = MAKEZIP_DEFLATED},
        {.name = "xl/workbook.xml",
         .text = makebook_root(b->prefix, "workbook", b->workbook ? b->workbook : plain),
         .method = MAKEZIP_DEFLATED},
        {.name = "xl/_rels/workbook.xml.rels", .text = rels},
        {.name = "xl/worksheets/sheet1.xml",
         .text = makebook_root(b->prefix, "worksheet", b->sheet),
         .method = MAKEZIP_DEFLATED},
        {.name = "xl/sharedStrings.xml",
         .text = makebook_root(b->prefix, "sst", b->strings ? b->strings : "")},
        {.name = "xl/styles.xml", .text = makebook_root(b->prefix, "styleSheet", b->styles ? b->styles : "")},
    };
    makezip(path, part, sizeof part / sizeof *part);
    free((void *)(uintptr_t)part[1].text);
    for (size_t i = 3; i < sizeof part / sizeof *part; i++)
        free((void *)(uintptr_t)part[i].text);
}

#endif
