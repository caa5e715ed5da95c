#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Whether what must not touch a disk can be kept off it on this system.
package enum MemoryFolder {
    package enum Fault: Hashable, Sendable {
        /// There is no such folder, or this user cannot write there.
        case unusable(String)
        /// It lies on a disk.
        case onDisk(String)
        /// Memory can be written to these places of the system, which are not known to be encrypted.
        case swap([String])
        /// The system does not say where memory is written to.
        case swapUnknown
        /// The system would write this process's memory down when it dies.
        case dumps

        /// For the log at start.
        package var sentence: String {
            switch self {
            case .unusable(let path): "The folder \(path) cannot be written: set memory-folder to one on tmpfs."
            case .onDisk(let path): "The folder \(path) is not in memory: set memory-folder to one on tmpfs."
            case .swap(let places):
                "Memory can be written to \(places.joined(separator: ", ")), which is not known to be encrypted: turn swap off "
                    + "(swapoff -a) or encrypt it (dm-crypt)."
            case .dumps: "Core dumps cannot be turned off (setrlimit, /proc/self/coredump_filter)."
            case .swapUnknown: "The system does not say where memory is written to (/proc/swaps cannot be read)."
            }
        }
    }

    /// Where most systems have a file system in memory.
    package static let standard = "/dev/shm"

    /// Everything that is in the way; empty where plaintext stays in memory.
    package static func faults(_ folder: String) -> [Fault] {
        var faults: [Fault] = []
        if access(folder, W_OK | X_OK) != 0 {
            faults.append(.unusable(folder))
        } else if !isInMemory(folder) {
            faults.append(.onDisk(folder))
        }
        guard let table = text("/proc/swaps") else { return faults + [.swapUnknown] }
        let places = swapPlaces(table, isEncrypted: isEncrypted)
        return places.isEmpty ? faults : faults + [.swap(places)]
    }

    /// Places of a `/proc/swaps` that are neither compressed memory nor encrypted.
    static func swapPlaces(_ table: String, isEncrypted: (String) -> Bool) -> [String] {
        table.split(separator: "\n").dropFirst().compactMap { line in
            guard let place = line.split(whereSeparator: \.isWhitespace).first.map(String.init) else { return nil }
            return isEncrypted(place) ? nil : place
        }
    }

    /// A device of dm-crypt names itself so; zram is memory unless it writes back to a device.
    private static func isEncrypted(_ place: String) -> Bool {
        guard let real = realpath(place, nil) else { return false }
        defer { free(real) }
        let device = String(cString: real).split(separator: "/").last.map(String.init) ?? ""
        if device.hasPrefix("dm-") {
            return text("/sys/block/\(device)/dm/uuid")?.hasPrefix("CRYPT-") == true
        }
        if device.hasPrefix("zram") {
            let backing = text("/sys/block/\(device)/backing_dev")
            return backing == nil || backing?.hasPrefix("none") == true
        }
        return false
    }

    /// By the table of mounts: the file system that the folder's device number names.
    private static func isInMemory(_ folder: String) -> Bool {
        var status = stat()
        guard stat(folder, &status) == 0, let table = text("/proc/self/mountinfo") else { return false }
        return isInMemory(device: UInt64(status.st_dev), table)
    }

    static func isInMemory(device: UInt64, _ table: String) -> Bool {
        // Device numbers of Linux, as its makedev(3) packs them.
        let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
        let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
        return table.split(separator: "\n").contains { line in
            let fields = line.split(separator: " ")
            guard fields.count > 2, fields[2] == "\(major):\(minor)", let dash = fields.firstIndex(of: "-") else {
                return false
            }
            return fields[(dash + 1)...].first.map { $0 == "tmpfs" || $0 == "ramfs" } ?? false
        }
    }

    /// A small file of the system; nil where it cannot be read.
    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
