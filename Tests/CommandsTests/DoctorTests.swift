import Foundation
import Testing

@testable import Commands

@Suite("The doctor") struct DoctorTests {
    @Test("A key that nothing reads is told with its line and the key that was meant; a known one is not")
    func unknownKeys() throws {
        let file = try file("# head\nhost: 127.0.0.1\ndatabse: postgres://x@y/z\nquite-another-thing: 1\n", mode: 0o640)
        let symptoms = ConfigurationCheck(Settings(), environment: ["RAPPORTEUR_CONFIG": file]).symptoms()
        let wrong = symptoms.filter { $0.state == .wrong }
        #expect(wrong.map(\.says).contains { $0.hasSuffix("line 3: nothing reads the key databse.") })
        #expect(wrong.first { $0.says.contains("databse") }?.remedy == "Did you mean database?")
        #expect(wrong.first { $0.says.contains("quite") }?.remedy == "`rapporteur configuration` prints every key.")
        #expect(wrong.count == 2)
    }

    @Test("A file that holds a password and is open to everybody is wrong; one for the group alone is not")
    func secrecy() throws {
        for (mode, isWrong) in [(0o644, true), (0o640, false)] {
            let file = try file("smtp-password: x\n", mode: mode)
            let symptoms = ConfigurationCheck(Settings(), environment: ["RAPPORTEUR_CONFIG": file]).symptoms()
            #expect(symptoms.contains { $0.state == .wrong && $0.says.contains("smtp-password") } == isWrong)
        }
    }

    @Test("A configuration that is named and not there, a variable nobody reads, keys that stand alone are told")
    func configuration() {
        var settings = Settings()
        settings.oidcIssuer = "https://login.example.org"
        settings.operatorKind = "king"
        let environment = ["RAPPORTEUR_CONFIG": "/nowhere/rapporteur.yaml", "RAPPORTEUR_PROT": "1", "HOME": "/"]
        let says = ConfigurationCheck(settings, environment: environment).symptoms().map(\.says)
        for part in ["/nowhere/rapporteur.yaml", "RAPPORTEUR_PROT", "oidc-issuer stands alone", "not king"] {
            #expect(says.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test("A folder that others may look into is wrong, with the command that closes it; a missing one is told")
    func folder() throws {
        let folder = try temporary()
        var settings = Settings(data: folder)
        for (mode, isWrong) in [(0o755, true), (0o700, false)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder)
            let wrong = FolderCheck(settings).symptoms().filter { $0.state == .wrong }
            #expect(wrong.contains { $0.remedy == "chmod 700 \(folder)" } == isWrong)
        }
        settings.data = folder + "/none"
        #expect(FolderCheck(settings).symptoms().map(\.state) == [.wrong])
        #expect(!FolderCheck(settings).hasStore)
    }

    @Test("A disk that is nearly full is wrong, one without room for a copy of the record a notice")
    func space() {
        let gibibyte = Int64(1) << 30
        #expect(FolderCheck.space(free: 100 << 20, store: 1).state == .wrong)
        #expect(FolderCheck.space(free: 5 * gibibyte, store: 4 * gibibyte).state == .notice)
        #expect(FolderCheck.space(free: 7 * gibibyte, store: 4 * gibibyte).state == .fine)
        #expect(FolderCheck.space(free: 7 * gibibyte, store: 4 * gibibyte).says.contains("7.0 GiB"))
    }

    @Test("A schema of a newer program is wrong, one of an older a notice, and PostgreSQL says what it lacks")
    func database() {
        #expect(DatabaseCheck.schema(9, program: 8).state == .wrong)
        #expect(DatabaseCheck.schema(7, program: 8).state == .notice)
        #expect(DatabaseCheck.schema(8, program: 8).state == .fine)
        let old = StoreConditionRow.Server(
            version: 140_009, encoding: "LATIN1", connectionsMax: 100, isStandby: true,
            milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        #expect(DatabaseCheck.server(old).map(\.state) == [.wrong, .wrong, .wrong])
    }

    @Test("A clock that stands before the last entry of the audit log is wrong")
    func clock() throws {
        let now = try #require(Dates.instant("2026-11-28T08:00:00.000Z"))
        let at = { Date(timeIntervalSince1970: now + $0) }
        #expect(ClockCheck.symptoms(lastWritten: "2026-11-28T09:00:00.000Z", now: at(0)).map(\.state) == [.wrong])
        #expect(ClockCheck.symptoms(lastWritten: "2026-11-28T08:01:00.000Z", now: at(0)).map(\.state) == [.fine])
        #expect(ClockCheck.symptoms(lastWritten: nil, now: at(0)) == [])
        #expect(ClockCheck.apart(seconds: -300, whose: "The proxy's").first?.says.contains("5 minutes behind") == true)
    }

    @Test("A certificate that ends soon is told by its days, and by the dates that curl prints")
    func certificate() throws {
        let now = Date(timeIntervalSince1970: try #require(Dates.instant("2026-11-28T07:52:38.000Z")))
        let states = ["Nov 29 07:52:38 2026 GMT", "Dec  8 07:52:38 2026 GMT", "Mar 28 07:52:38 2027 GMT"].map { end in
            ProxyCheck.symptoms(
                "https://record.example.org",
                ["200", "Sat, 28 Nov 2026 07:52:38 GMT", "Subject:CN = record.example.org", "Expire date:" + end],
                now: now
            ).map(\.state)
        }
        #expect(states == [[.fine, .wrong], [.fine, .notice], [.fine, .fine]])
        let broken = ProxyCheck.symptoms("http://x", ["502", "no date"], now: now)
        #expect(broken.map(\.state) == [.wrong])
    }

    private func temporary() throws -> String {
        let path = NSTemporaryDirectory() + "doctor-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private func file(_ text: String, mode: Int) throws -> String {
        let path = try temporary() + "/rapporteur.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return path
    }
}
