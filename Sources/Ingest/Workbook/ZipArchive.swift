import CZip

/// A zip archive opened for reading under limits: entries, size and ratio of each entry, so that a bomb is refused, not unpacked.
final class ZipArchive {
    struct Limits: Sendable {
        var entriesMax = 10_000
        var entryBytesMax = 4 << 30
        /// An entry larger than `ratioFreeBytes` may not be more than this many times its packed size.
        var ratioMax = 200
        var ratioFreeBytes = 64 << 20
        var sharedStringsBytesMax = 512 << 20
    }

    let limits: Limits
    private let archive: OpaquePointer
    /// Keeps what the pointer needs alive.
    private let path: String

    init(path: String, limits: Limits) throws(IngestError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .workbook(reason: String(cString: zip_error_strerror(&error)))
        }
        self.archive = archive
        self.path = path
        self.limits = limits
        guard zip_get_num_entries(archive, 0) <= limits.entriesMax else {
            throw .limit(.archiveEntries, max: limits.entriesMax)
        }
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

    func open(_ name: String) throws(IngestError) -> ZipEntry {
        var status = zip_stat_t()
        zip_stat_init(&status)
        let isListed = zip_stat(archive, name, 0, &status) == 0
        if isListed {
            try limits.check(sizeBytes: Int(clamping: status.size), packedBytes: Int(clamping: status.comp_size))
        }
        guard isListed, let file = zip_fopen(archive, name, 0) else {
            throw .workbook(reason: "\(name) is missing or cannot be unpacked")
        }
        return ZipEntry(
            archive: self, file: file, packed: Int(clamping: status.comp_size), size: Int(clamping: status.size))
    }
}

extension ZipArchive.Limits {
    /// Throws where an entry is, or has become, too large for its packed size or at all.
    func check(sizeBytes: Int, packedBytes: Int) throws(IngestError) {
        guard sizeBytes <= entryBytesMax else { throw .limit(.archiveEntrySizeBytes, max: entryBytesMax) }
        guard sizeBytes <= ratioFreeBytes || sizeBytes / max(1, packedBytes) <= ratioMax else {
            throw .limit(.archiveRatio, max: ratioMax)
        }
    }
}

/// One entry, unpacked as it is read.
final class ZipEntry: ByteSupply {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let packedBytes: Int
    private let sizeBytes: Int
    private(set) var unpackedBytes = 0

    fileprivate init(archive: ZipArchive, file: OpaquePointer, packed: Int, size: Int) {
        self.archive = archive
        self.file = file
        packedBytes = packed
        sizeBytes = size
    }

    deinit { zip_fclose(file) }

    /// The share of the packed bytes that has been used up.
    var bytesRead: Int {
        sizeBytes == 0 ? packedBytes : Int(Double(packedBytes) * min(1, Double(unpackedBytes) / Double(sizeBytes)))
    }
    var bytesTotal: Int? { packedBytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        guard count >= 0 else { throw .workbook(reason: "a part of the archive is damaged or cut off") }
        unpackedBytes += Int(count)
        // The directory may lie about sizes: what counts is what comes out.
        try archive.limits.check(sizeBytes: unpackedBytes, packedBytes: packedBytes)
        return Int(count)
    }
}
