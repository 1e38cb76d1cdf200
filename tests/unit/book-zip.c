/* The zip directory and its parts: whole, and broken in every way that is told apart. */
#include "zip.h"

#include "makezip.h"

#include <criterion/criterion.h>
#include <fcntl.h>

static char path[64];
static struct err e;

static struct zip *open_parts(const struct makezip_part *part, size_t n)
{
    snprintf(path, sizeof path, "/tmp/kp2s-zip-%ld", (long)getpid());
    makezip(path, part, n);
    int fd = open(path, O_RDONLY);
    e = (struct err){0};
    return zip_open(fd, "x.xlsx", &e);
}

/* Reads a part through in small bites; returns its length, or -1. */
static long read_part(const struct zip *z, const char *name, char *text, size_t room)
{
    const struct zip_entry *entry = zip_find(z, str_c(name));
    cr_assert_not_null(entry);
    struct zip_part *p = zip_part_open(z, entry, &e);
    if (!p)
        return -1;
    char bite[7];
    long n, all = 0;
    while ((n = zip_part_read(p, bite, sizeof bite, &e)) > 0)
        for (long i = 0; i < n; i++, all++)
            if ((size_t)all + 1 < room)
                text[all] = bite[i];
    text[(size_t)all < room ? (size_t)all : room - 1] = '\0';
    zip_part_close(p);
    return n < 0 ? -1 : all;
}

Test(zip, parts_stored_and_deflated)
{
    const struct makezip_part part[] = {{.name = "xl/A.xml", .text = "stored text"},
                                        {.name = "b\\c.xml", .text = "deflated text text text", .method = 8}};
    char text[100];
    struct zip *z = open_parts(part, 2);
    cr_assert_not_null(z, "%s", e.text);
    cr_assert_eq(read_part(z, "/xl/a.XML", text, sizeof text), 11);
    cr_assert_str_eq(text, "stored text");
    cr_assert_eq(read_part(z, "b/c.xml", text, sizeof text), 23);
    cr_assert_str_eq(text, "deflated text text text");
    cr_assert_null(zip_find(z, STR("b")));
    zip_close(z);
    unlink(path);
}

Test(zip, a_file_cut_short)
{
    const struct makezip_part part[] = {
        {.name = "a", .text = "some text that is long enough to be cut", .method = 0}};
    zip_close(open_parts(part, 1));
    cr_assert_eq(truncate(path, 40), 0);
    e = (struct err){0};
    cr_assert_null(zip_open(open(path, O_RDONLY), "x.xlsx", &e));
    cr_assert_eq(e.status, ST_UNREADABLE);
    cr_assert_str_eq(e.text, "'x.xlsx' is cut short: the zip directory at its end is missing");
    cr_assert_str_eq(e.hint, "the copy or download was broken off; copy the file again from its origin");
    unlink(path);
}

Test(zip, parts_that_are_wrong)
{
    static const struct {
        struct makezip_part part;
        const char *message;
    } cases[] = {
        {{.name = "a", .text = "text", .wrong_crc = 1},
         "'x.xlsx' is damaged: the checksum of a part is wrong"},
        {{.name = "a", .text = "text", .method = 8, .wrong_crc = 1},
         "'x.xlsx' is damaged: the checksum of a part is wrong"},
        {{.name = "a", .text = "text", .flags = 1}, "'x.xlsx' is damaged: a part is encrypted"},
        {{.name = "a", .text = "text", .method = 12},
         "'x.xlsx' is damaged: a part is compressed by a method other than deflate"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[100];
        struct zip *z = open_parts(&cases[i].part, 1);
        cr_assert_not_null(z);
        cr_assert_eq(read_part(z, "a", text, sizeof text), -1, "%zu", i);
        cr_assert_eq(e.status, ST_UNREADABLE);
        cr_assert_str_eq(e.text, cases[i].message);
        cr_assert_str_eq(e.place, "part a");
        zip_close(z);
    }
    unlink(path);
}

/* Changes bytes of the archive in place and tells what reading its one part then says. */
static const char *after_change(long offset, int whence, const char *bytes, size_t n)
{
    const struct makezip_part part[] = {{.name = "a", .text = "text text text text", .method = 8}};
    static char text[100];
    zip_close(open_parts(part, 1));
    FILE *f = fopen(path, "r+b");
    fseek(f, offset, whence);
    fwrite(bytes, 1, n, f);
    fclose(f);
    e = (struct err){0};
    struct zip *z = zip_open(open(path, O_RDONLY), "x.xlsx", &e);
    if (z && read_part(z, "a", text, sizeof text) >= 0)
        return text;
    zip_close(z);
    unlink(path);
    return e.text;
}

Test(zip, bytes_that_are_wrong)
{
    cr_assert_str_eq(after_change(0, SEEK_SET, "PK", 2), "text text text text");
    cr_assert_str_eq(after_change(0, SEEK_SET, "XX", 2),
                     "'x.xlsx' is damaged: a part is not where the zip directory says");
    cr_assert_str_eq(after_change(31, SEEK_SET, "\xFF\xFF\xFF", 3),
                     "'x.xlsx' is damaged: a part cannot be unpacked");
    cr_assert_str_eq(after_change(-22 - 47, SEEK_END, "QQ", 2),
                     "'x.xlsx' is damaged: its zip directory is broken");
    cr_assert_str_eq(after_change(-6, SEEK_END, "\xFF\xFF\xFF\x0F", 4),
                     "'x.xlsx' is damaged: its zip directory has an impossible size");
    cr_assert_str_eq(after_change(-12, SEEK_END, "\x09", 1),
                     "'x.xlsx' is damaged: its zip directory has an impossible size");
    /* the length in the directory: one less, one more */
    cr_assert_str_eq(after_change(-22 - 47 + 24, SEEK_END, "\x12", 1),
                     "'x.xlsx' is damaged: a part is longer than the zip directory says");
    cr_assert_str_eq(after_change(-22 - 47 + 24, SEEK_END, "\x14", 1),
                     "'x.xlsx' is damaged: a part is shorter than the zip directory says");
}

Test(zip, a_part_that_unpacks_without_end)
{
    size_t len = 20 * 1024 * 1024;
    char *zeros = calloc(1, len), text[10];
    const struct makezip_part part[] = {{.name = "a", .text = zeros, .len = len, .method = 8}};
    struct zip *z = open_parts(part, 1);
    cr_assert_not_null(z);
    cr_assert_eq(read_part(z, "a", text, sizeof text), -1);
    cr_assert_str_eq(e.text, "'x.xlsx' is refused: it passes limit ratio=100 "
                             "(unpacked size of a part by its packed size, from 16M on)");
    zip_close(z);
    free(zeros);
    unlink(path);
}
