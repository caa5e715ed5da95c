import Foundation

extension Corpus {
    /// Writes the Corpus beside `path`, makes it durable and puts it in place of what was there. A reader of the old file keeps
    /// it. Only the holder of `CorpusLock` may call this.
    public func save(to path: String, stamp: CorpusStamp) throws(CorpusError) {
        let snapshot = snapshot
        let new = path + ".new"
        let file = try CorpusOutput(new)
        do throws(CorpusError) {
            try file.write(snapshot, stamp: stamp)
        } catch {
            file.close()
            unlink(new)
            throw error
        }
        file.close()
        guard rename(new, path) == 0 else { throw .system(path: path, code: errno) }
        CorpusOutput.syncFolder(of: path)
    }

    /// Opens a saved Corpus: the file is mapped, and every section's checksum is verified first. Whatever is wrong is an error,
    /// and the answer to every error is to build the Corpus again.
    public static func open(_ path: String, stamp: CorpusStamp) throws(CorpusError) -> Corpus {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .system(path: path, code: errno)
        }
        defer { close(descriptor) }
        return try CorpusInput(descriptor: descriptor, path: path).corpus(stamp: stamp)
    }
}

/// A Corpus file being written.
private struct CorpusOutput {
    private let descriptor: Int32
    private let path: String
    static let page = 4_096

    init(_ path: String) throws(CorpusError) {
        self.path = path
        descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
    }

    func close() { _ = Foundation.close(descriptor) }

    func write(_ snapshot: CorpusSnapshot, stamp: CorpusStamp) throws(CorpusError) {
        var header = CorpusHeader(
            analyser: CorpusFingerprint.current, stamp: stamp, position: snapshot.position,
            sections: snapshot.segments.flatMap { _ in
                [CorpusHeader.Section](repeating: .init(offset: 0, bytes: 0, checksum: 0), count: 2)
            })
        var offset = Self.aligned(header.encoded().count)
        for (index, view) in snapshot.segments.enumerated() {
            let segment = UnsafeRawBufferPointer(
                start: view.segment.memory.base + view.segment.offset, count: view.segment.bytes)
            header.sections[index * 2] = try write(segment, at: &offset)
            header.sections[index * 2 + 1] = try write(view.live ?? [], at: &offset)
        }
        let head = header.encoded()
        try head.withUnsafeBytes { bytes in Result { () throws(CorpusError) in try write(bytes, at: 0) } }.get()
        guard fsync(descriptor) == 0 else { throw .system(path: path, code: errno) }
    }

    private func write(_ words: [UInt64], at offset: inout Int) throws(CorpusError) -> CorpusHeader.Section {
        try words.withUnsafeBytes { bytes in
            Result { () throws(CorpusError) in try write(bytes, at: &offset) }
        }.get()
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) throws(CorpusError)
        -> CorpusHeader.Section
    {
        // Nothing lies at the file's very end, where no byte follows.
        if bytes.isEmpty { return CorpusHeader.Section(offset: 0, bytes: 0, checksum: Checksum.of(bytes)) }
        try write(bytes, at: offset)
        let section = CorpusHeader.Section(
            offset: UInt64(offset), bytes: UInt64(bytes.count), checksum: Checksum.of(bytes))
        offset = Self.aligned(offset + bytes.count)
        return section
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(CorpusError) {
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
            let count = pwrite(descriptor, base + done, bytes.count - done, off_t(offset + done))
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw .system(path: path, code: errno)
            }
            done += count
        }
    }

    /// A rename is only safe when the folder that holds the name is written too.
    static func syncFolder(of path: String) {
        let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        let descriptor = Foundation.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        _ = Foundation.close(descriptor)
    }

    private static func aligned(_ offset: Int) -> Int { (offset + page - 1) / page * page }
}

/// A Corpus file being opened.
private struct CorpusInput {
    let descriptor: Int32
    let path: String

    func corpus(stamp: CorpusStamp) throws(CorpusError) -> Corpus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
        let size = Int(status.st_size)
        let header = try CorpusHeader.decoded(
            read(0, min(size, CorpusHeader.prefixBytes + CorpusHeader.fieldBytesMax)), path: path)
        guard header.analyser == CorpusFingerprint.current else { throw .otherAnalyser(path: path) }
        guard header.stamp == stamp else { throw .otherStore(path: path) }
        for (index, section) in header.sections.enumerated() { try verify(section, index, size) }
        try verifyGaps(header, size)
        guard let memory = Memory(mapping: descriptor, count: size) else { throw .system(path: path, code: errno) }
        var segments: [(segment: Segment, live: [UInt64]?)] = []
        for index in stride(from: 0, to: header.sections.count, by: 2) {
            let section = header.sections[index]
            guard let segment = Segment(memory, offset: Int(section.offset), bytes: Int(section.bytes)),
                let live = live(header.sections[index + 1], memory, segment)
            else { throw .malformed(path: path) }
            segments.append((segment, live.isEmpty ? nil : live))
        }
        return Corpus(segments: segments, position: header.position)
    }

    private func live(_ section: CorpusHeader.Section, _ memory: Memory, _ segment: Segment) -> [UInt64]? {
        guard section.bytes == 0 || Int(section.bytes) == segment.words * 8 else { return nil }
        let start = (memory.base + Int(section.offset)).assumingMemoryBound(to: UInt64.self)
        return Array(UnsafeBufferPointer(start: start, count: Int(section.bytes) / 8))
    }

    /// Reads a section through a small buffer, so that verifying does not fill the memory with pages nobody asked for yet.
    private func verify(_ section: CorpusHeader.Section, _ index: Int, _ size: Int) throws(CorpusError) {
        // An empty section at the end begins on a page that is not there.
        guard section.bytes > 0 else { return }
        guard section.offset % 8 == 0, section.offset <= UInt64(size), section.bytes <= UInt64(size) - section.offset
        else { throw .malformed(path: path) }
        var sum = Checksum()
        var done = 0
        let part = min(1 << 20, Int(section.bytes))
        var buffer = [UInt8](repeating: 0, count: part)
        while done < Int(section.bytes) {
            let wanted = min(part, Int(section.bytes) - done)
            try fill(&buffer, wanted, at: Int(section.offset) + done)
            buffer.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<wanted])) }
            done += wanted
        }
        guard sum.value == section.checksum else { throw .damaged(path: path, section: index + 1) }
    }

    /// Between its sections a file holds zeros, and after the last one nothing: no byte may change unnoticed.
    private func verifyGaps(_ header: CorpusHeader, _ size: Int) throws(CorpusError) {
        var reached = header.encoded().count
        for section in header.sections where section.bytes > 0 {
            let start = Int(section.offset)
            guard start >= reached, start - reached <= CorpusOutput.page,
                try read(reached, start - reached).allSatisfy({ $0 == 0 })
            else { throw .malformed(path: path) }
            reached = start + Int(section.bytes)
        }
        guard reached == size else { throw .malformed(path: path) }
    }

    private func read(_ offset: Int, _ count: Int) throws(CorpusError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try fill(&bytes, count, at: offset)
        return bytes
    }

    private func fill(_ buffer: inout [UInt8], _ count: Int, at offset: Int) throws(CorpusError) {
        var done = 0
        while done < count {
            let got = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { pread(descriptor, $0 + done, count - done, off_t(offset + done)) } ?? 0
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw got == 0 ? .malformed(path: path) : .system(path: path, code: errno) }
            done += got
        }
    }
}
