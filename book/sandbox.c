#include "sandbox.h"
#include "limit.h"
#include "prog.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

extern char **environ;

/* --- the end when memory or time runs out: written beforehand, for then there is no memory to write with ---
 */

static const char *temporary; /* of the output; NULL when there is none */
static char too_much[2000], too_long[2000];
static bool entered;

static void end(const char *words)
{
    ssize_t n = write(STDERR_FILENO, words, strlen(words));
    (void)n; /* there is nobody left to tell */
    if (temporary)
        unlink(temporary);
    _exit(ST_UNREADABLE);
}

static void out_of_memory(void)
{
    end(too_much);
}

static void out_of_time(int signal)
{
    (void)signal;
    end(too_long);
}

static void write_words(enum limit l, const char *file, char *words, size_t size)
{
    struct err e = {0};
    FILE *f = fmemopen(words, size, "w");
    if (!f)
        mem_exhausted();
    limit_refuse(l, file, &e);
    prog_print(f, &e);
    fclose(f);
}

void sandbox_reading(const char *file)
{
    if (!entered)
        return;
    write_words(LIMIT_MEMORY, file, too_much, sizeof too_much);
    write_words(LIMIT_CPU, file, too_long, sizeof too_long);
}

/* --- limits of the process --- */

static void lower(int resource, uint64_t most, uint64_t grace)
{
    struct rlimit r;
    if (getrlimit((__rlimit_resource_t)resource, &r) != 0)
        BUG("getrlimit failed");
    r.rlim_max = r.rlim_max < most + grace ? r.rlim_max : most + grace;
    r.rlim_cur = r.rlim_max < most ? r.rlim_max : most;
    if (setrlimit((__rlimit_resource_t)resource, &r) != 0) /* valgrind keeps some for itself */
        prog_log(LOG_DEBUG, "sandbox: without limit %d of the process: %s", resource, strerror(errno));
}

static void limit_process(void)
{
    enum { OPEN_FILES = 64, SECONDS_TO_END = 5 };
    mem_on_exhausted(out_of_memory);
    sigaction(SIGXCPU, &(struct sigaction){.sa_handler = out_of_time}, NULL);
    lower(RLIMIT_CORE, 0, 0);
    lower(RLIMIT_NOFILE, OPEN_FILES, 0);
    lower(RLIMIT_CPU, limit_of(LIMIT_CPU), SECONDS_TO_END);
    if (!SANITIZED)
        lower(RLIMIT_AS, limit_of(LIMIT_MEMORY), 0);
}

/* --- the environment --- */

static bool is_kept(const char *variable)
{
    static const char *const kept[] = {
        "LANG=", "LANGUAGE=", "LC_", "TZ=", "ASAN_OPTIONS=", "LSAN_OPTIONS=", "UBSAN_OPTIONS="};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (strncmp(variable, kept[i], strlen(kept[i])) == 0)
            return true;
    return false;
}

/* The texts are overwritten too: they lie in the memory of the process, and in /proc. */
static void wipe_environment(void)
{
    char **to = environ;
    for (char **from = environ; *from; from++) {
        if (is_kept(*from))
            *to++ = *from;
        else
            explicit_bzero(*from, strlen(*from));
    }
    *to = NULL;
}

/* --- Landlock: which files --- */

enum { REFER = 1 << 13, TRUNCATE = 1 << 14 }; /* rights that came with versions 2 and 3 */

static const uint64_t writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
static const uint64_t replacing = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
static const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

/* A path that is not there, or that cannot be reached, needs no rule. */
static void allow(int rules, uint64_t handled, const char *path, uint64_t access)
{
    struct stat st;
    struct landlock_path_beneath_attr rule = {.parent_fd = open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent_fd < 0)
        return;
    if (fstat(rule.parent_fd, &st) == 0 && !S_ISDIR(st.st_mode))
        access &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
    rule.allowed_access = access & handled;
    if (rule.allowed_access)
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

/* The folder of the output, which is open already: its temporary is renamed or removed there. */
static void allow_output(int rules, uint64_t handled)
{
    char *folder = strdup(temporary), *slash = folder ? strrchr(folder, '/') : NULL;
    if (!folder)
        mem_exhausted();
    if (slash)
        slash[slash == folder] = '\0';
    allow(rules, handled, slash ? folder : ".", replacing);
    free(folder);
}

/* NULL, or why there is none. */
static const char *restrict_files(char *const *files, size_t n, const char *folder)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return "Landlock (which the kernel lacks)";
    struct landlock_ruleset_attr all = {.handled_access_fs =
                                            writing | (SANITIZED ? 0 : reading | LANDLOCK_ACCESS_FS_EXECUTE) |
                                            (version > 1 ? REFER : 0) | (version > 2 ? TRUNCATE : 0)};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    if (rules < 0)
        return "Landlock (which the kernel refuses)";
    allow(rules, all.handled_access_fs, "/usr/lib", reading); /* iconv finds the code pages of .xls there */
    for (size_t i = 0; i < n; i++)
        allow(rules, all.handled_access_fs, files[i], reading);
    if (temporary)
        allow_output(rules, all.handled_access_fs);
    if (folder)
        allow(rules, all.handled_access_fs, folder, replacing | LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE);
    bool ok = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return ok ? NULL : "Landlock (which the kernel refuses)";
}

/* --- seccomp: which system calls --- */

static bool allow_calls(scmp_filter_ctx filter)
{
    static const int calls[] = {
        /* files that are open, or are opened for reading: see allow_some() */
        SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(lseek), SCMP_SYS(fstat),
        SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx), SCMP_SYS(access),
        SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
        SCMP_SYS(getdents64), SCMP_SYS(fadvise64), SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(fcntl),
        /* the output */
        SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(rename),
        SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(unlink), SCMP_SYS(unlinkat),
        /* memory */
        SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
        SCMP_SYS(madvise), SCMP_SYS(sysinfo),
        /* threads */
        SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield),
        SCMP_SYS(sched_getaffinity), SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(membarrier), SCMP_SYS(exit),
        SCMP_SYS(exit_group),
        /* signals, time, chance */
        SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
        SCMP_SYS(restart_syscall), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep),
        SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getrlimit),
        SCMP_SYS(getrusage)};
    bool ok = true;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        ok = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0) == 0 && ok;
    return ok;
}

static bool allow_if(scmp_filter_ctx filter, int call, struct scmp_arg_cmp argument)
{
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument) == 0;
}

static struct scmp_arg_cmp equals(unsigned argument, scmp_datum_t value)
{
    return (struct scmp_arg_cmp){.arg = argument, .op = SCMP_CMP_EQ, .datum_a = value};
}

static bool allow_some(scmp_filter_ctx filter, bool writing_files)
{
    const scmp_datum_t changing =
        writing_files ? 0 : O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    /* getrlimit() is prlimit() of this process that sets nothing */
    const struct scmp_arg_cmp asking[] = {equals(0, 0), equals(2, 0)};
    return allow_if(filter, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, changing, O_RDONLY)) &&
           allow_if(filter, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, changing, O_RDONLY)) &&
           allow_if(filter, SCMP_SYS(ioctl), equals(1, TCGETS)) &&
           allow_if(filter, SCMP_SYS(ioctl), equals(1, TIOCGWINSZ)) &&
           allow_if(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) &&
           /* its flags cannot be looked at; told that it is missing, the C library uses clone */
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           /* abort() */
           allow_if(filter, SCMP_SYS(tgkill), equals(0, (scmp_datum_t)getpid())) &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, asking) == 0;
}

/* NULL, or why there is none. */
static const char *restrict_calls(bool writing_files)
{
    if (SANITIZED)
        return "seccomp (for a sanitizer)";
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter || !allow_calls(filter) || !allow_some(filter, writing_files))
        BUG("the rules of seccomp cannot be made");
    bool ok = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ok ? NULL : "seccomp (which the kernel lacks)";
}

/* --- --- */

void sandbox_writing(const struct out *out)
{
    temporary = out ? out_temporary(out) : NULL;
}

void sandbox_enter(char *const *files, size_t n, const struct out *out, const char *folder)
{
    sandbox_writing(out);
    entered = true;
    if (n > 0)
        sandbox_reading(files[0]);
    wipe_environment();
    limit_process();
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        prog_log(LOG_DEBUG, "sandbox: without no_new_privs");
    const char *files_free = restrict_files(files, n, folder), *calls_free = restrict_calls(folder != NULL);
    if (files_free)
        prog_log(LOG_DEBUG, "sandbox: without %s", files_free);
    if (calls_free)
        prog_log(LOG_DEBUG, "sandbox: without %s", calls_free);
}
