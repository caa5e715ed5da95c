import CZip

/// A ZIP archive made in memory: the parts in their order, each with the same date, so that equal papers are equal files.
enum ZipPackage {
    static func write(_ parts: [(name: String, bytes: [UInt8])]) throws(PaperError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
        // Kept once more than the archive keeps it, so that its bytes can be read after the archive is closed.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
            zip_source_free(source)
            throw failure(&error)
        }
        for part in parts {
            guard add(part.name, part.bytes, to: archive) else {
                let reason = String(cString: zip_strerror(archive))
                zip_discard(archive)
                throw .failed(.docx, reason: "\(part.name): \(reason)")
            }
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .failed(.docx, reason: reason)
        }
        return try read(source)
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        copy.copyBytes(from: bytes)
        // The last argument gives the copy away: libzip frees it with free(3), which is what allocate takes from.
        guard let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(bytes.count), 1) else {
            copy.deallocate()
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        // 1 January 1980, the first day the format knows.
        return zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0
    }

    private static func read(_ source: OpaquePointer) throws(PaperError) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw .failed(.docx, reason: "the archive cannot be read back") }
        defer { zip_source_close(source) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Int(zip_source_read(source, &buffer, zip_uint64_t(buffer.count)))
            guard count >= 0 else { throw .failed(.docx, reason: "the archive cannot be read back") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func failure(_ error: inout zip_error_t) -> PaperError {
        .failed(.docx, reason: String(cString: zip_error_strerror(&error)))
    }
}
