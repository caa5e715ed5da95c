import Programs
import Testing

@Suite("Outside programs")
struct ProgramRunnerTests {
    @Test("What a program writes comes back")
    func output() async throws {
        let echo = OutsideProgram(name: "printf", package: "coreutils")
        #expect(try await ProgramRunner().run(echo, ["%s", "two words"]) == Array("two words".utf8))
    }
}
