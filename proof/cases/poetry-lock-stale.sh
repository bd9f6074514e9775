part=yes
about="pyproject.toml was changed and poetry.lock was not"
. "$root_folder/proof/stacks/poetry.sh"
project() { poetry_stack; }
inject() { sed -i 's/3.11/3.12/' pyproject.toml; }
working() { poetry_answers; }
