import FoundationEssentials

/// Keys nobody reads, and keys that do not go together.
struct ConfigurationCheck {
    private let settings: Settings
    private let environment: [String: String]
    private let file: String

    init(_ settings: Settings, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.settings = settings
        self.environment = environment
        file = environment["RAPPORTEUR_CONFIG"] ?? "rapporteur.yaml"
    }

    func symptoms() -> [Symptom] {
        var symptoms = fileFindings() + environmentFindings()
        symptoms += attempt { _ = try settings.declaredOperator }
        symptoms += attempt { _ = try settings.mailSettings }
        symptoms += together()
        if let level = SettingKey.logLevels.contains(settings.logLevel) ? nil : settings.logLevel {
            let levels = SettingKey.logLevels.joined(separator: ", ")
            symptoms.append(
                wrong("log-level is \(level), which is none; info is taken.", "Take one of \(levels)."))
        }
        return symptoms.contains { $0.state != .fine }
            ? symptoms : symptoms + [Symptom(.configuration, .fine, "Every key is known, and they go together.")]
    }

    private func fileFindings() -> [Symptom] {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            guard environment["RAPPORTEUR_CONFIG"] != nil else {
                return [Symptom(.configuration, .fine, "There is no \(file): defaults and the environment hold.")]
            }
            return [
                wrong("\(file), which RAPPORTEUR_CONFIG names, cannot be read.", "Check the path and who may read it.")
            ]
        }
        let known = Set(SettingKey.allCases.map(\.name))
        let keys = Self.keys(String(decoding: bytes, as: UTF8.self))
        let unknown = keys.filter { !known.contains($0.key) }.map { unknown in
            wrong(
                "\(file), line \(unknown.line): nothing reads the key \(unknown.key).",
                Self.nearest(unknown.key, known).map { "Did you mean \($0)?" }
                    ?? "`rapporteur configuration` prints every key.")
        }
        return unknown + secrecy(keys.map(\.key))
    }

    /// A file with passwords in it is for the program's user alone.
    private func secrecy(_ keys: [String]) -> [Symptom] {
        let secret = keys.filter { ["smtp-password", "oidc-client-secret", "database"].contains($0) }
        guard !secret.isEmpty, let mode = FileMode(file), mode.isOpenToAll else { return [] }
        return [
            wrong(
                "\(file) holds \(secret.joined(separator: ", ")) and can be read by everybody on this machine.",
                "chmod 640 \(file), with the group of the program's user.")
        ]
    }

    private func environmentFindings() -> [Symptom] {
        let known = Set(SettingKey.allCases.map(\.variable) + ["RAPPORTEUR_CONFIG"])
        return environment.keys.filter { $0.hasPrefix("RAPPORTEUR_") && !known.contains($0) }.sorted().map { name in
            Symptom(
                .configuration, .notice, "Nothing reads the variable \(name).",
                remedy: Self.nearest(name, known).map { "Did you mean \($0)?" })
        }
    }

    private func together() -> [Symptom] {
        var symptoms: [Symptom] = []
        if settings.oidcIssuer != nil,
            settings.oidcClientID == nil || settings.oidcClientSecret == nil || settings.publicAddress == nil
        {
            symptoms.append(
                wrong(
                    "oidc-issuer stands alone: the program does not start.",
                    "Set oidc-client-id, oidc-client-secret and public-address too."))
        }
        if let address = settings.publicAddress, !address.hasPrefix("https://") || address.hasSuffix("/") {
            symptoms.append(
                Symptom(
                    .configuration, .notice, "public-address is \(address).",
                    remedy: "It should begin with https:// and end without a slash; links in mails are made of it."))
        }
        if settings.publicAddress == nil, settings.smtp.url != nil {
            symptoms.append(
                wrong(
                    "Mail is sent, but public-address is not set: links in it lead nowhere.",
                    "Set public-address to where readers reach the server."))
        }
        if settings.host != "127.0.0.1", settings.host != "::1", settings.host != "localhost" {
            symptoms.append(
                Symptom(
                    .configuration, .notice,
                    "The program listens on \(settings.host) and speaks plain HTTP: others can read along.",
                    remedy:
                        "Leave host on 127.0.0.1 and put a proxy with TLS before it, or close the port to all but the proxy."
                ))
        }
        return symptoms
    }

    private func attempt(_ body: () throws -> Void) -> [Symptom] {
        do {
            try body()
            return []
        } catch { return [wrong("\(error)", "`rapporteur configuration` says what each key takes.")] }
    }

    private func wrong(_ says: String, _ remedy: String) -> Symptom {
        Symptom(.configuration, .wrong, says, remedy: remedy)
    }

    /// Keys of the outermost level, with their lines.
    static func keys(_ text: String) -> [(key: String, line: Int)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            guard let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), number + 1)
        }
    }

    /// The known word that takes the fewest changes, where it takes few.
    static func nearest(_ word: String, _ known: Set<String>) -> String? {
        let best = known.sorted().map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        return best.flatMap { $0.distance <= max(2, word.count / 4) ? $0.word : nil }
    }

    /// Letters to add, drop or change.
    private static func distance(_ first: String, _ second: String) -> Int {
        let (first, second) = (Array(first), Array(second))
        var row = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var previous = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let changed = previous + (letter == other ? 0 : 1)
                previous = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, previous + 1)
            }
        }
        return row[second.count]
    }
}

extension SettingKey {
    static let logLevels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
}
