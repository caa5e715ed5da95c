import ArgumentParser
import FoundationEssentials
import Markup

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Looks an installation over and says what is wrong and what to do.",
        discussion: """
            Configuration, data folder, database, outside programs, protection of memory, clock, mail and the proxy's certificate.
            Nothing is changed. Run it as the user that serves (sudo -u rapporteur rapporteur doctor): what that user may do counts.
            Exit code 1 where something is wrong; notices alone leave it 0.
            """)

    @Flag(help: "Asks nobody outside: neither the mail server nor the public address.")
    var offline = false

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let settings = try await global.settings()
        let symptoms = await Self.symptoms(settings, try global.environment(), isOffline: offline)
        json ? print(symptoms) : say(symptoms)
        if symptoms.contains(where: { $0.state == .wrong }) { throw ExitCode(1) }
    }

    /// Everything that was looked at, area after area.
    static func symptoms(
        _ settings: Settings, _ environment: CommandEnvironment, isOffline: Bool
    ) async -> [Symptom] {
        var symptoms = ConfigurationCheck(settings).symptoms()
        let folder = FolderCheck(settings)
        symptoms += folder.symptoms()
        let database = DatabaseCheck(settings, isThere: folder.hasStore) { try environment.database(settings) }
        let (store, last) = await database.symptoms()
        symptoms += store
        symptoms += await ProgramCheck(settings).symptoms()
        symptoms += MemoryCheck.symptoms(settings)
        symptoms += ClockCheck.symptoms(lastWritten: last, now: Date())
        symptoms += await MailCheck(settings, isOffline: isOffline).symptoms()
        symptoms += await ProxyCheck(settings, isOffline: isOffline).symptoms()
        return symptoms
    }

    private func say(_ symptoms: [Symptom]) {
        for area in Symptom.Area.allCases {
            let own = symptoms.filter { $0.area == area }
            guard !own.isEmpty else { continue }
            Terminal.say(Terminal.bold(area.rawValue))
            for symptom in own {
                let mark = Self.mark(symptom.state)
                let text = Terminal.wrap(symptom.says, width: Terminal.width, indent: "          ")
                Terminal.say("  " + mark.padding(to: 8) + text.dropFirst(10))
                guard let remedy = symptom.remedy else { continue }
                Terminal.say(Terminal.wrap(remedy, width: Terminal.width, indent: "            "))
            }
        }
        let wrong = symptoms.count { $0.state == .wrong }
        let notices = symptoms.count { $0.state == .notice }
        Terminal.say("")
        Terminal.say("\(wrong) wrong, \(notices) to look at, \(symptoms.count - wrong - notices) fine.")
    }

    private static func mark(_ state: Symptom.State) -> String {
        switch state {
        case .fine: "fine"
        case .notice: "look"
        case .wrong: "WRONG"
        }
    }

    private func print(_ symptoms: [Symptom]) {
        Terminal.json { writer in
            writer.member("ok", !symptoms.contains { $0.state == .wrong })
            writer.array("findings") {
                for symptom in symptoms {
                    writer.object {
                        writer.member("area", symptom.area.rawValue)
                        writer.member("state", symptom.state.rawValue)
                        writer.member("says", symptom.says)
                        writer.member("remedy", symptom.remedy)
                    }
                }
            }
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
