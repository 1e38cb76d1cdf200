/* A layout of any bytes and, behind the first NUL, a file of any bytes: what kp2s-layout check says of them
 * is text that gives no orders to a terminal. */
#include "check.h"
#include "limits.h"

#include <fcntl.h>

static void is_plain(int fd)
{
    char buffer[64 * 1024];
    off_t at = 0;
    ssize_t n;
    while ((n = pread(fd, buffer, sizeof buffer, at)) > 0) {
        const char *end = memrchr(buffer, '\n', (size_t)n);
        size_t len = end ? (size_t)(end + 1 - buffer) : (size_t)n;
        struct arena a = {0};
        struct str text = {buffer, len};
        FUZZ_CHECK(end || n < (ssize_t)sizeof buffer);
        FUZZ_CHECK(str_eq(str_visible(&a, text), text));
        arena_done(&a);
        at += (off_t)len;
    }
}

static void run(const struct layouts *ls, const char *path)
{
    const char *output;
    struct err e = {0}, of_out = {0};
    int fd = fuzz_file_at(2, "", 0, &output);
    FUZZ_CHECK(lseek(fd, 0, SEEK_SET) == 0 && dup2(fd, STDOUT_FILENO) == STDOUT_FILENO);
    struct check c = {.layouts = ls, .width = 100, .rows = 5};
    c.out = out_open(NULL, &e);
    c.sink = out_open("/dev/null", &e);
    FUZZ_CHECK(c.out && c.sink);
    if (!check_file(&c, path, &e))
        fuzz_fault(&e);
    out_abandon(c.sink);
    FUZZ_CHECK(out_commit(c.out, &of_out));
    is_plain(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct layout l;
    struct layouts ls = {.layout = &l, .n = 1};
    struct err e = {0};
    struct str file = {(const char *)data, size}, layout = str_cut(&file, '\0');
    const char *layout_path, *path;
    fuzz_limits("row-bytes=2K text-bytes=64K head-bytes=16K");
    fuzz_file_at(0, layout.ptr, layout.len, &layout_path);
    fuzz_file_at(1, file.ptr, file.len, &path);
    if (layout_read(layout_path, &ls.arena, &l, &e))
        run(&ls, path);
    else
        fuzz_fault(&e);
    layouts_done(&ls);
    return 0;
}
