FROM @BASE@ AS packages
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    @INSTALL@ \
    && mkdir -p /made/bin /made/etc /made/root /made/home /made/var/www \
    && install -d -m 1777 /made/tmp \
    && cp "$(command -v busybox)" /made/bin/busybox \
    && for name in $(busybox --list); do [ "$name" = busybox ] || ln /made/bin/busybox "/made/bin/$name"; done \
    && printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n' >/made/etc/passwd \
    && printf 'root:x:0:\nnobody:x:65534:\n' >/made/etc/group \
    && dpkg-query -W -f '${Version}' busybox-static >/made/etc/busybox-static-version

FROM scratch
COPY --from=packages /made/ /
CMD ["sh"]
