#include "zipcheck.h"
#include "limit.h"

#include <stdlib.h>

enum { LONGEST_NAME = 1024, LOCAL_SIZE = 30 };

bool zip_damaged(const char *file, const struct zip_entry *entry, struct err *e, const char *what)
{
    err_set(e, ST_UNREADABLE, "'%s' is damaged: %s", file, what);
    err_hint(e, "copy the file again from its origin, or open it in a spreadsheet program and save it anew");
    return entry ? err_place(e, "part %.*s", STR_ARG(entry->name)) : false;
}

static bool is_slash(char c)
{
    return c == '/' || c == '\\';
}

static int plain_char(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c + 32;
    return c == '\\' ? '/' : (unsigned char)c;
}

static struct str without_slash(struct str s)
{
    while (s.len > 0 && is_slash(*s.ptr)) {
        s.ptr++;
        s.len--;
    }
    return s;
}

int zip_compare_names(struct str a, struct str b)
{
    a = without_slash(a);
    b = without_slash(b);
    if (a.len != b.len)
        return a.len < b.len ? -1 : 1;
    for (size_t i = 0; i < a.len; i++)
        if (plain_char(a.ptr[i]) != plain_char(b.ptr[i]))
            return plain_char(a.ptr[i]) < plain_char(b.ptr[i]) ? -1 : 1;
    return 0;
}

/* A name that leads out of the archive, or is none. */
static bool check_name(const char *file, const struct zip_entry *entry, struct err *e)
{
    struct str s = entry->name;
    if (s.len == 0 || s.len > LONGEST_NAME)
        return zip_damaged(file, entry, e, "the name of a part has an impossible length");
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7F)
            return zip_damaged(file, entry, e, "the name of a part has control characters");
    bool out = s.len > 1 && s.ptr[1] == ':';
    for (size_t i = 0; i + 1 < s.len && !out; i++)
        out = s.ptr[i] == '.' && s.ptr[i + 1] == '.' && (i == 0 || is_slash(s.ptr[i - 1])) &&
              (i + 2 == s.len || is_slash(s.ptr[i + 2]));
    return !out || zip_damaged(file, entry, e, "the name of a part leads out of the archive");
}

static bool check_sizes(const char *file, const struct zip_entry *entry, size_t n, struct err *e)
{
    uint64_t left = limit_of(LIMIT_TOTAL_BYTES);
    for (size_t i = 0; i < n; i++) {
        if (entry[i].size > limit_of(LIMIT_PART_BYTES)) {
            limit_refuse(LIMIT_PART_BYTES, file, e);
            return err_place(e, "part %.*s", STR_ARG(entry[i].name));
        }
        if (entry[i].size > left)
            return limit_refuse(LIMIT_TOTAL_BYTES, file, e);
        left -= entry[i].size;
    }
    return true;
}

static int by_offset(const void *a, const void *b)
{
    const struct zip_entry *const *left = a, *const *right = b;
    return ((*left)->offset > (*right)->offset) - ((*left)->offset < (*right)->offset);
}

static int by_name(const void *a, const void *b)
{
    const struct zip_entry *const *left = a, *const *right = b;
    return zip_compare_names((*left)->name, (*right)->name);
}

static const struct zip_entry **sorted(const struct zip_entry *entry, size_t n,
                                       int (*order)(const void *, const void *))
{
    const struct zip_entry **all = mem_alloc(n * sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = &entry[i];
    qsort(all, n, sizeof *all, order);
    return all;
}

/* Each part ends before the next one begins, the last one before the directory. */
static bool check_places(const char *file, const struct zip_entry *entry, size_t n, uint64_t directory,
                         struct err *e)
{
    const struct zip_entry **all = sorted(entry, n, by_offset);
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++) {
        uint64_t end = i + 1 < n ? all[i + 1]->offset : directory;
        uint64_t least = LOCAL_SIZE + all[i]->name.len;
        if (all[i]->offset > end || end - all[i]->offset < least ||
            end - all[i]->offset - least < all[i]->packed)
            ok = zip_damaged(file, all[i], e, "a part reaches into what follows it");
    }
    free(all);
    return ok;
}

static bool check_twofold(const char *file, const struct zip_entry *entry, size_t n, struct err *e)
{
    const struct zip_entry **all = sorted(entry, n, by_name);
    bool ok = true;
    for (size_t i = 1; i < n && ok; i++)
        if (zip_compare_names(all[i - 1]->name, all[i]->name) == 0)
            ok = zip_damaged(file, all[i], e, "two parts have the same name");
    free(all);
    return ok;
}

bool zip_check(const char *file, const struct zip_entry *entry, size_t n, uint64_t directory, struct err *e)
{
    for (size_t i = 0; i < n; i++)
        if (!check_name(file, &entry[i], e))
            return false;
    return check_sizes(file, entry, n, e) && check_places(file, entry, n, directory, e) &&
           check_twofold(file, entry, n, e);
}
