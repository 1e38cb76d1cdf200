#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot(const char *path, struct err *e)
{
    err_sys(e, "cannot create '%s'", path);
    e->status = ST_CANTCREATE;
    return false;
}

static bool is_dot(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static bool begins(int folder, const char *name, const char *beginning)
{
    char text[256];
    size_t n = strlen(beginning);
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool same = n <= sizeof text && read(fd, text, n) == (ssize_t)n && memcmp(text, beginning, n) == 0;
    close(fd);
    return same;
}

/* Whether every entry is the marker or a CSV file, and how many there are. */
static bool only_ours(DIR *dir, const char *marker, int *entries)
{
    bool ours = true;
    for (struct dirent *entry; (entry = readdir(dir));) {
        size_t n = strlen(entry->d_name);
        if (is_dot(entry->d_name))
            continue;
        ++*entries;
        ours = ours &&
               (strcmp(entry->d_name, marker) == 0 || (n > 4 && strcmp(entry->d_name + n - 4, ".csv") == 0));
    }
    return ours;
}

/* What lies at the path now: nothing, or something that may be replaced. */
static bool may_take(struct folder *f, const char *marker, const char *beginning, struct err *e)
{
    DIR *dir = opendir(f->path);
    if (!dir)
        return errno == ENOENT || cannot(f->path, e);
    int entries = 0;
    f->replaces = only_ours(dir, marker, &entries) && begins(dirfd(dir), marker, beginning);
    closedir(dir);
    if (f->replaces || entries == 0)
        return true;
    err_set(e, ST_CANTCREATE, "'%s' holds other files", f->path);
    return err_hint(e, "name a folder that is not there yet, or is empty");
}

bool folder_begin(struct folder *f, const char *path, const char *marker, const char *beginning,
                  struct arena *a, struct err *e)
{
    struct str name = str_c(path);
    while (name.len > 1 && name.ptr[name.len - 1] == '/')
        name.len--;
    f->path = arena_cstr(a, name);
    f->temporary = arena_cstr(a, arena_printf(a, "%s.tmp.%ld", f->path, (long)getpid()));
    return may_take(f, marker, beginning, e) && (mkdir(f->temporary, 0777) == 0 || cannot(f->path, e));
}

const char *folder_file(const struct folder *f, const char *name, struct arena *a)
{
    return arena_cstr(a, arena_printf(a, "%s/%s", f->temporary, name));
}

bool folder_keep(struct out *o, const char *file, struct err *e)
{
    mode_t mask = umask(0);
    umask(mask);
    return out_commit(o, e) && (chmod(file, 0666 & ~mask) == 0 || err_sys(e, "cannot write '%s'", file));
}

/* Removes a folder of plain files. */
static void discard(const char *path)
{
    DIR *dir = opendir(path);
    if (!dir)
        return;
    for (struct dirent *entry; (entry = readdir(dir));)
        if (!is_dot(entry->d_name))
            unlinkat(dirfd(dir), entry->d_name, 0);
    closedir(dir);
    rmdir(path);
}

bool folder_commit(struct folder *f, struct err *e)
{
    if (!out_sync(f->temporary, e))
        return false;
    if (renameat2(AT_FDCWD, f->temporary, AT_FDCWD, f->path, f->replaces ? RENAME_EXCHANGE : 0) != 0)
        return cannot(f->path, e);
    if (f->replaces) /* the temporary is now what was there before */
        discard(f->temporary);
    return true;
}

void folder_abandon(struct folder *f)
{
    discard(f->temporary);
}
