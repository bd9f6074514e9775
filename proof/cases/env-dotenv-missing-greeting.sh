root=env-dotenv-missing
about="a fresh clone: .env is missing, the Compose file and the program both need it"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; rm .env; }
working() { settings_greet; }
