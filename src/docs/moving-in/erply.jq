# Answers of getEmployees and getUserRights, slurped together in any order, to lines of an import.
map(.records[]?) as $records
| ($records | map(select(has("employeeID") and has("userID"))) | INDEX(.userID | tostring)) as $employees
| $records[]
| select(has("userName") and has("groupID"))
| . as $user
| ($employees[.userID | tostring] // {}) as $employee
| {
    kind: "staff",
    numbers: {erply: ($user.userID | tonumber)},
    login: $user.userName,
    email: $employee.email,
    firstName: $employee.firstName,
    lastName: $employee.lastName,
    phone: $employee.phone,
    salutation: {male: "MR", female: "MRS"}[$employee.gender // ""],
    employeeNumber: ($employee.employeeID | if . then tonumber else null end),
    role: ($user.groupID | tonumber | if . == 0 then null else {erply: .} end),
    maxDiscount: $user.maxDiscount,
    created: ($user.added | todate),
    createdBy: $user.addedByUserName,
    updated: ($user.lastModified | todate),
    updatedBy: $user.lastModifiedByUserName
  }
| with_entries(select(.value != null and .value != ""))
