about="the disk of a mounted folder is full"
mend=no
. "$root_folder/proof/stacks/page.sh"
project() {
  page
  cat >>compose.yaml <<YAML
  fetch:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "dd if=/dev/zero of=/data/fetched bs=64k count=100 && exec sleep 600"]
    volumes: ["$aside/data:/data"]
YAML
  mkdir -p "$aside/data"
}
inject() { mount -t tmpfs -o size=2m none "$aside/data"; }
eject() { umount --lazy "$aside/data"; }
