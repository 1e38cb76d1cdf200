/* Forms of the planning office: targets and coverage of the central site, budget, surveys. */
#include "form.h"

const struct form forms_bappeda[] = {
    {0},
};
