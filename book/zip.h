/* zip.h - the zip archive that a workbook is: its directory, and its parts as streams of bytes.
 *
 * Everything read from the archive is checked: bounds, local headers, sizes, CRC-32. Stored and deflated
 * parts and zip64 are read; encrypted parts and other methods are refused by name. Nothing is ever unpacked
 * to a file, and a name serves for nothing but to find a part; still an archive is refused whose names lead
 * out of it, or occur twice, or whose parts overlap: no program writes such, and readers differ in what they
 * make of it. How much a part may unpack to is in limit.h, and told from the directory before anything is
 * unpacked. All faults are ST_UNREADABLE.
 */
#ifndef KP2S_ZIP_H
#define KP2S_ZIP_H

#include "err.h"
#include "str.h"

struct zip;
struct zip_part;

struct zip_entry {
    struct str name;
    uint64_t offset, packed, size;
    uint32_t crc;
    uint32_t modified; /* as the archive has it: date in the upper, time in the lower half */
    unsigned method, flags;
};

/* fd stays the caller's, must allow pread and stay open; name is for messages and is borrowed. NULL on
 * failure. */
struct zip *zip_open(int fd, const char *name, struct err *e);
void zip_close(struct zip *z);

/* A part by name, in any case, "\" taken as "/", a leading "/" passed over; NULL when there is none. Valid
 * until zip_close(). */
const struct zip_entry *zip_find(const struct zip *z, struct str name);

/* The parts in the directory's order. */
size_t zip_parts(const struct zip *z);
const struct zip_entry *zip_part_at(const struct zip *z, size_t i);

/* A part as a stream; several may be open at a time. NULL on failure. */
struct zip_part *zip_part_open(const struct zip *z, const struct zip_entry *entry, struct err *e);
/* Bytes put into buffer; 0 at the end, when length and CRC have been found right; -1: e is filled. */
long zip_part_read(struct zip_part *p, char *buffer, size_t size, struct err *e);
/* The same of its bytes as they are packed, unchecked but for their number; a stream gives one or the other.
 */
long zip_part_packed(struct zip_part *p, char *buffer, size_t size, struct err *e);
void zip_part_close(struct zip_part *p); /* p may be NULL */
struct str zip_part_name(const struct zip_part *p);
uint64_t zip_part_size(const struct zip_part *p); /* unpacked, as the directory says */
const char *zip_name(const struct zip *z);

#endif
