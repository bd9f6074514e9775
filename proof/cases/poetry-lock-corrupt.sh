about="poetry.lock was cut off in the middle, and the last commit has it whole"
. "$root_folder/proof/stacks/poetry.sh"
project() { poetry_stack; git init -q; git add .; git -c user.name=proof -c user.email=proof@example.invalid commit -qm all; }
inject() { truncate -s 150 poetry.lock; }
working() { poetry_answers; }
