import Foundation

/// Where the record lies: whether it is there, whose it is, who else may look, and how long the disk lasts.
struct FolderCheck {
    private static let gibibyte = Int64(1) << 30

    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    private var store: String { settings.data + "/rapporteur.sqlite" }

    /// Whether there is a store to look into: a file, or an address of PostgreSQL.
    var hasStore: Bool { settings.database != nil || FileManager.default.fileExists(atPath: store) }

    func symptoms() -> [Symptom] {
        guard let mode = FileMode(settings.data), mode.isFolder else {
            return [
                Symptom(
                    .folder, .wrong, "There is no folder \(settings.data).",
                    remedy: "Name it with --data or the key data; `rapporteur serve` and `import` make it.")
            ]
        }
        return owner(mode) + secrecy(mode) + key() + space()
    }

    private func owner(_ mode: FileMode) -> [Symptom] {
        guard FileManager.default.isWritableFile(atPath: settings.data) else {
            return [
                Symptom(
                    .folder, .wrong, "This user may not write in \(settings.data).",
                    remedy: "Run the command as the user that serves, or give the folder to it (chown).")
            ]
        }
        let foreign = Self.files.filter { name in
            FileMode(settings.data + "/" + name).map { $0.owner != mode.owner } ?? false
        }
        guard !foreign.isEmpty else { return [Symptom(.folder, .fine, "\(settings.data) can be written.")] }
        return [
            Symptom(
                .folder, .wrong,
                "\(foreign.joined(separator: ", ")) in \(settings.data) belong to another user than the folder does.",
                remedy: "Something was run as another user (root?). chown them to the folder's owner.")
        ]
    }

    private func secrecy(_ mode: FileMode) -> [Symptom] {
        guard mode.isOpenToOthers else { return [] }
        return [
            Symptom(
                .folder, .wrong, "Others on this machine may look into \(settings.data).",
                remedy: "chmod 700 \(settings.data)")
        ]
    }

    private func key() -> [Symptom] {
        let path = settings.signingKey ?? settings.data + "/audit.key"
        guard let mode = FileMode(path) else {
            return settings.signingKey == nil
                ? []
                : [
                    Symptom(
                        .folder, .notice, "The signing key \(path) is not there or not to be seen by this user.",
                        remedy: "It is made at the next start. If there was one, bring it back from where you keep it.")
                ]
        }
        if mode.isOpenToOthers {
            return [
                Symptom(
                    .folder, .wrong, "Others may read the signing key \(path).", remedy: "chmod 600 \(path)")
            ]
        }
        guard settings.signingKey == nil else { return [] }
        return [
            Symptom(
                .folder, .notice,
                "The signing key lies in the data folder: whoever takes a backup can sign heads of the audit log.",
                remedy: "Move \(path) out of the folder and of its backups, and name it with signing-key.")
        ]
    }

    private func space() -> [Symptom] {
        guard let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.data),
            let free = FileMode.number(attributes[.systemFreeSize])
        else { return [] }
        var symptoms = [Self.space(free: free, store: bytes)]
        if let nodes = FileMode.number(attributes[.systemFreeNodes]),
            let all = FileMode.number(attributes[.systemNodes]), all > 0, nodes < 1_000
        {
            symptoms.append(
                Symptom(
                    .folder, .wrong, "The file system has room for \(nodes) more files.",
                    remedy: "Remove files nobody needs, or move the folder to a larger disk."))
        }
        return symptoms
    }

    /// A backup and a migration on a copy each need as much again as the record takes.
    static func space(free: Int64, store: Int64) -> Symptom {
        let says = "\(Bytes.text(free)) are free; the record takes \(Bytes.text(store))."
        if free < gibibyte / 4 {
            return Symptom(
                .folder, .wrong, says, remedy: "Make room now: a full disk refuses every change.")
        }
        if free < max(gibibyte, store + store / 2) {
            return Symptom(
                .folder, .notice, says,
                remedy: "A backup or an upgrade on a copy may not fit: make room for one and a half times the record.")
        }
        return Symptom(.folder, .fine, says)
    }

    private var bytes: Int64 {
        Self.files.reduce(0) { $0 + (FileMode(settings.data + "/" + $1)?.bytes ?? 0) }
    }

    private static let files = [
        "rapporteur.sqlite", "rapporteur.sqlite-wal", "rapporteur.sqlite-shm", "corpus.bin", "audit.key",
    ]
}

/// Who may do what with a file.
struct FileMode {
    let permissions: Int
    let owner: Int
    let bytes: Int64
    let isFolder: Bool

    /// Nil where there is none, or this user may not know.
    init?(_ path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let permissions = Self.number(attributes[.posixPermissions])
        else { return nil }
        self.permissions = Int(permissions)
        owner = Int(Self.number(attributes[.ownerAccountID]) ?? -1)
        bytes = Self.number(attributes[.size]) ?? 0
        isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
    }

    static func number(_ value: Any?) -> Int64? { (value as? NSNumber)?.int64Value }

    var isOpenToAll: Bool { permissions & 0o004 != 0 }
    /// The group of a service may hold others than the service.
    var isOpenToOthers: Bool { permissions & 0o027 != 0 }
}

enum Bytes {
    /// With one decimal, in the largest unit that leaves at least one.
    static func text(_ count: Int64) -> String {
        var (value, unit) = (Double(count), 0)
        while value >= 1_024, unit < units.count - 1 {
            value /= 1_024
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return unit == 0 ? "\(count) bytes" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    private static let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
}
