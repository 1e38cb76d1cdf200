/* kp2s-layout - layouts listed, tried on files, and begun for new forms.
 *
 * In: layouts, and agencies' files. Out: list: what there is; check: which layout fits each file, and what
 * its rows and cells became; guess: a first draft for a form that is not known yet. Refused: what
 * kp2s-extract refuses.
 */
#include "check.h"
#include "guess.h"
#include "list.h"

#include "limit.h"
#include "prog.h"
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEFAULT_ROWS = 10, DEFAULT_WIDTH = 120 };

struct job {
    const char *layout, *limit; /* repeatable: all of them by prog_given(), limit_given() */
    const char *etc, *output, *sheet, *rows, *colour, *xlsx;
    bool full;
};

static const struct prog *self;

/* --- list --- */

static bool run_list(const struct job *j, char **files, int n, struct err *e)
{
    struct out *out = out_open(j->output, e);
    struct list list = {prog_etc(j->etc), out, !j->output && isatty(STDOUT_FILENO), j->full};
    if (!out)
        return false;
    bool ok = list_layouts(&list, files, n, e);
    struct err of_out = {0};
    if (!out_commit(out, &of_out) && e->status == 0)
        *e = of_out;
    return ok && e->status == 0;
}

/* --- check --- */

static int terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 40)
        return size.ws_col;
    return DEFAULT_WIDTH;
}

static bool read_check(const struct job *j, struct check *c, struct err *e)
{
    const char *colour = j->colour ? j->colour : "auto";
    bool always = strcmp(colour, "always") == 0, automatic = strcmp(colour, "auto") == 0;
    if (!always && !automatic && strcmp(colour, "never") != 0)
        return err_set(e, ST_USAGE, "--colour is auto, always or never, not '%s'", colour);
    c->colour = always || (automatic && isatty(STDOUT_FILENO));
    c->rows = DEFAULT_ROWS;
    if (j->rows && !str_to_long(str_c(j->rows), &c->rows))
        return err_set(e, ST_USAGE, "--rows is a number, not '%s'", j->rows);
    c->width = terminal_width();
    c->sheet = j->sheet;
    c->xlsx = j->xlsx;
    return true;
}

/* Each file, also behind one that fails; the status of the first failure. readable: also folders. */
static int check_files(struct check *c, char **files, int n, char **readable, int readables)
{
    struct err e = {0};
    int status = ST_DONE;
    c->out = out_open(NULL, &e);
    c->sink = c->out ? out_open("/dev/null", &e) : NULL;
    if (!c->sink) {
        out_abandon(c->out);
        return prog_end(self, &e);
    }
    sandbox_enter(readable, (size_t)readables, NULL, c->folder);
    for (int i = 0; i < n; i++) {
        struct err of_file = {0};
        sandbox_reading(files[i]);
        if (!check_file(c, files[i], &of_file) && status == ST_DONE)
            status = of_file.status;
        out_flush(c->out);
        prog_end(self, &of_file);
    }
    out_abandon(c->sink);
    out_commit(c->out, &e);
    return status ? status : prog_end(self, &e);
}

static bool copy(const char *from, const char *to, struct err *e)
{
    char buffer[64 * 1024];
    ssize_t n = -1;
    int fd = open(from, O_RDONLY | O_CLOEXEC);
    struct out *out = fd >= 0 ? out_open(to, e) : NULL;
    while (out && (n = read(fd, buffer, sizeof buffer)) > 0)
        out_write(out, buffer, (size_t)n);
    if (fd >= 0)
        close(fd);
    if (out && n == 0)
        return out_commit(out, e);
    out_abandon(out);
    return err_set(e, ST_IO, "cannot write '%s'", to);
}

static void remove_folder(const char *folder, struct arena *a)
{
    DIR *d = opendir(folder);
    const struct dirent *entry;
    while (d && (entry = readdir(d)))
        unlink(arena_printf(a, "%s/%s", folder, entry->d_name).ptr);
    if (d)
        closedir(d);
    rmdir(folder);
}

/* Reads and paints in a process of its own, which may write into one new folder only: the library that makes
 * workbooks wants temporary files. */
static int check_in_child(struct check *c, char *file, struct err *e)
{
    struct arena a = {0};
    const char *to = c->xlsx;
    char *folder = arena_cstr(&a, arena_printf(&a, "%s.tmp.XXXXXX", to)), *readable[] = {file, folder};
    int ended = 0, status = ST_DONE;
    if (!mkdtemp(folder)) {
        int errnum = errno;
        err_set(e, ST_CANTCREATE, "cannot create '%s': %s", to, strerror(errnum));
        arena_done(&a);
        return ST_DONE;
    }
    c->folder = folder;
    c->xlsx = arena_printf(&a, "%s/book.xlsx", folder).ptr;
    pid_t child = fork();
    if (child == 0)
        exit(check_files(c, &file, 1, readable, 2));
    if (child < 0 || waitpid(child, &ended, 0) != child)
        err_sys(e, "cannot start a process");
    else if (!WIFEXITED(ended))
        err_set(e, ST_BUG, "the process that read '%s' was ended by signal %d", file, WTERMSIG(ended));
    else if ((status = WEXITSTATUS(ended)) == ST_DONE)
        copy(c->xlsx, to, e);
    remove_folder(folder, &a);
    arena_done(&a);
    return status;
}

static int run_check(const struct job *j, char **files, int n, struct err *e)
{
    struct layouts layouts = {0};
    struct check c = {.layouts = &layouts};
    size_t len = j->xlsx ? strlen(j->xlsx) : 0;
    int status = ST_DONE;
    if (j->xlsx && n > 1)
        err_set(e, ST_USAGE, "--xlsx goes with a single file");
    else if (j->xlsx && (len < 5 || strcmp(j->xlsx + len - 5, ".xlsx") != 0))
        err_set(e, ST_USAGE, "'%s' must end in .xlsx", j->xlsx);
    else if (read_check(j, &c, e) && out_apart(j->xlsx, files[0], e) &&
             layouts_read(&layouts, prog_etc(j->etc), e))
        status = c.xlsx ? check_in_child(&c, files[0], e) : check_files(&c, files, n, files, n);
    layouts_done(&layouts);
    return status;
}

/* --- guess --- */

static bool run_guess(const struct job *j, char *file, struct err *e)
{
    struct arena a = {0};
    char *etc = arena_cstr(&a, str_c(prog_etc(j->etc))); /* the sandbox wipes the environment */
    char *readable[] = {file, etc};
    struct out *out = out_apart(j->output, file, e) ? out_open(j->output, e) : NULL;
    bool ok = out != NULL;
    if (ok) {
        sandbox_enter(readable, 2, out, NULL);
        ok = guess_file(file, etc, j->sheet, out, e);
        sandbox_writing(NULL);
    }
    if (ok)
        ok = out_commit(out, e);
    else
        out_abandon(out);
    arena_done(&a);
    return ok;
}

/* --- --- */

/* An option is refused where it would do nothing. */
static bool options_go(const struct job *j, bool list, bool check, struct err *e)
{
    const struct {
        const char *name;
        bool given, goes;
    } options[] = {
        {"layout", j->layout, check}, {"rows", j->rows, check},   {"colour", j->colour, check},
        {"xlsx", j->xlsx, check},     {"sheet", j->sheet, !list}, {"output", j->output, !check},
        {"long", j->full, list},      {"limit", j->limit, !list},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].given && !options[i].goes)
            return err_set(e, ST_USAGE, "--%s does not go with %s", options[i].name,
                           list    ? "list"
                           : check ? "check"
                                   : "guess");
    return true;
}

static int run(const struct job *j, const char *what, char **files, int n, struct err *e)
{
    bool list = strcmp(what, "list") == 0, check = strcmp(what, "check") == 0;
    if (!list && !check && strcmp(what, "guess") != 0)
        err_set(e, ST_USAGE, "there is no '%.40s': list, check or guess", what);
    else if (!options_go(j, list, check, e) || !limit_given(e))
        return ST_DONE;
    else if (list)
        run_list(j, files, n, e);
    else if (n < 1 || (!check && n > 1))
        err_set(e, ST_USAGE, check ? "check needs a file" : "guess needs one file");
    else if (check)
        return run_check(j, files, n, e);
    else
        run_guess(j, files[0], e);
    return ST_DONE;
}

int main(int argc, char **argv)
{
    struct job j = {0};
    const struct option_spec options[] = {
        {'l', "layout", "LAYOUT.ini",
         "check: try only this layout (repeatable; default: all of the folder layouts)", &j.layout, NULL},
        {0, "rows", "N", "check: rows of each table to show; default 10", &j.rows, NULL},
        {0, "colour", "WHEN", "check: auto (on a terminal), always or never", &j.colour, NULL},
        {'x', "xlsx", "OUT.xlsx", "check: also write a workbook with the cells coloured by what they became",
         &j.xlsx, NULL},
        {'s', "sheet", "NAME", "check, guess: look at this sheet only", &j.sheet, NULL},
        {0, "long", NULL, "list: a line for each field, and where it stands", NULL, &j.full},
        {'e', "etc", "DIR", "folder with the toolkit's data (layouts, catalogue)", &j.etc, NULL},
        {'o', "output", "FILE", "list, guess: write to FILE instead of standard output", &j.output, NULL},
        LIMIT_OPTION(&j.limit),
        {0},
    };
    const struct prog p = {
        .name = "kp2s-layout",
        .synopsis = "list [--long] [--etc DIR] [-o OUT] [LAYOUT.ini…]\n"
                    "       kp2s-layout check [-l LAYOUT.ini]… [--sheet NAME] [--rows N] [--colour WHEN] "
                    "[--xlsx OUT.xlsx] FILE…\n"
                    "       kp2s-layout guess [--sheet NAME] [--etc DIR] [-o LAYOUT.ini] FILE",
        .about =
            "list tells what layouts there are: a table on a terminal, CSV elsewhere. check tells which "
            "layout\n"
            "fits each file and what the layout makes of its rows and cells; nothing personal is shown.\n"
            "guess writes a first draft of a layout for a form that is not known yet.\n\n" SANDBOX_HELP,
        .examples = "  kp2s-layout list\n"
                    "  kp2s-layout guess x.xlsx > x.ini\n"
                    "  kp2s-layout check -l x.ini --xlsx seen.xlsx x.xlsx",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
        .more_help = limit_help,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    self = &p;
    status = run(&j, operands[0], operands + 1, n - 1, &e);
    return status ? status : prog_end(&p, &e);
}
