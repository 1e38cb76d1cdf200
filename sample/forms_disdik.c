/* Forms of the education office: pupils, early childhood units, supply. */
#include "form.h"

const struct form forms_disdik[] = {
    {0},
};
