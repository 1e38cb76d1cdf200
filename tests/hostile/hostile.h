/* hostile.h - what the makers of hostile files share: bytes that grow, files with what is expected of them,
 * archives
 *
 * Whatever is made here is invented. A maker gives each file a status and a text: a part of the messages when
 * it is refused, all of the output when it is to be read (status 0).
 */
#ifndef KP2S_HOSTILE_H
#define KP2S_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    unsigned char *ptr;
    size_t len, room;
};

void put(struct bytes *b, const void *data, size_t len);
void put_text(struct bytes *b, const char *text);
void put_format(struct bytes *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void put_many(struct bytes *b, const char *text, size_t times);
void put_u16(struct bytes *b, unsigned value);
void put_u32(struct bytes *b, uint32_t value);
void put_u64(struct bytes *b, uint64_t value);
/* Letters that do not compress, always the same ones. */
void put_noise(struct bytes *b, size_t len);
struct bytes text_of(const char *text);

/* Writes a file and its line of the manifest: options to kp2s-sheet, status, text. Frees b. */
void hostile_file(const char *name, struct bytes *b, const char *options, int status, const char *text);
/* The same for text, without options. */
void hostile_text(const char *name, const char *content, int status, const char *text);

/* --- archives --- */

/* A part, and in what its records lie: a lie of 0 is the truth. */
struct part {
    const char *name;
    struct bytes content;
    size_t name_len; /* 0: strlen(name) */
    int method;      /* 0 stored, 8 deflated; others are stored under that number */
    unsigned flags, made_by, attributes;
    const char *local_name;          /* NULL: name */
    int local_method;                /* -1: 0xFFFF */
    uint32_t crc, size, packed;      /* instead of the right ones; in the directory alone */
    uint64_t wide_size, wide_offset; /* in a zip64 field; 0: none */
    long shift;                      /* added to the offset */
    bool no_data;                    /* a directory entry alone: its offset is that of the part before */
};

/* What the record at the end says; 0 is the truth. */
struct ending {
    uint32_t entries, size, offset;
    const struct bytes *comment;
    uint64_t wide_entries, wide_offset; /* with zip64 records */
    bool wide, no_locator;
};

struct bytes archive(const struct part *part, size_t n, const struct ending *ending);

/* A workbook (.xlsx): parts left NULL are ordinary ones; `sheet` stands whole in its part. */
struct workbook {
    struct bytes sheet, strings, styles, workbook, rels, workbook_rels;
    const struct part *more; /* further parts */
    size_t mores;
    struct part lies; /* of the sheet's part */
};
struct bytes workbook(const struct workbook *w);
/* A sheet around rows, strings around items, and so on: roots with the main namespace. */
struct bytes xml_root(const char *root, const char *inner);
/* The same for what holds zeros or is long; frees inner. */
struct bytes xml_root_of(const char *root, struct bytes inner);

/* An OpenDocument spreadsheet around rows of its one table "T", or around a whole content.xml. */
struct bytes opendocument(const char *rows);
struct bytes opendocument_of(struct bytes content);

/* What an ordinary sheet gives. */
#define ORDINARY_ROWS "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>"
#define ORDINARY "1,satu\n"

void make_archives(void);
void make_parts(void);
void make_sheets(void);
void make_xls(void);
void make_others(void);
void make_names(void);

#endif
