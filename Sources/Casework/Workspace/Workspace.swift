import CaseFiles
import Foundation

/// A folder of case folders, and nothing outside it.
///
/// Names come from people and programs that are not to be trusted: a name that would lead out of the
/// folder, by its letters or through a symbolic link, is refused in the same words as a missing one.
public struct Workspace: Hashable, Sendable {
  /// The folder, with links resolved.
  public let root: String

  /// Opens a workspace.
  ///
  /// - Parameter path: The folder.
  /// - Throws: ``CaseworkFailure`` of kind `noInput` where there is no such folder, `badInput` where it
  ///   is no folder of cases.
  public init(at path: String) throws(CaseworkFailure) {
    guard let root = Self.resolved(path), Self.isFolder(root) else {
      throw .noInput("\(path): there is no such folder; name a folder that holds case folders")
    }
    if FileManager.default.fileExists(atPath: root + "/case.yaml") {
      throw .badInput("\(path): is itself a case folder; name the folder that holds it")
    }
    self.root = root
  }

  /// The names of the case folders in alphabetical order.
  ///
  /// - Throws: ``CaseworkFailure`` where the workspace cannot be read.
  public func names() throws(CaseworkFailure) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
      throw .inputOutput("\(root): cannot be read; give yourself leave to read it")
    }
    return names.sorted().filter { name in
      (try? folder(of: name)).map { folder in
        ["case.yaml", "events.csv"].contains {
          FileManager.default.fileExists(atPath: folder + "/" + $0)
        }
      } ?? false
    }
  }

  /// The folder of a case.
  ///
  /// - Parameter name: The name of the folder within the workspace.
  /// - Throws: ``CaseworkFailure`` of kind `noInput` where there is no such folder within the workspace,
  ///   `badInput` where a file in it lies outside the workspace.
  public func folder(of name: String) throws(CaseworkFailure) -> String {
    let path = root + "/" + name
    guard Self.isPlain(name), let real = Self.resolved(path), contains(real), Self.isFolder(real)
    else { throw .noInput("'\(name)': there is no such case in the workspace") }
    for file in (try? FileManager.default.contentsOfDirectory(atPath: real)) ?? [] {
      guard Self.isLink(real + "/" + file) else { continue }
      guard let target = Self.resolved(real + "/" + file), contains(target) else {
        throw .badInput(
          "'\(name)': '\(file)' is a link that leaves the workspace; put the file itself there")
      }
    }
    return real
  }

  /// A folder for a new case, which is not there yet.
  ///
  /// - Parameter name: The name asked for.
  /// - Throws: ``CaseworkFailure`` of kind `usage` where the name cannot be a folder's or is taken.
  public func newFolder(named name: String) throws(CaseworkFailure) -> String {
    guard Self.isPlain(name), name.utf8.count <= 100 else {
      throw .usage(
        "'\(name)' cannot be the name of a case; use letters, digits, '-', '_' and '.', "
          + "and begin with a letter or a digit")
    }
    let path = root + "/" + name
    var about = stat()
    guard lstat(path, &about) != 0 else {
      throw .usage("'\(name)' is there already; choose another name")
    }
    return path
  }

  /// Makes a case from the skeleton.
  ///
  /// - Returns: The name of the case.
  /// - Throws: ``CaseworkFailure`` where the name cannot be used or the files not be written.
  public func create(named name: String) throws -> String {
    let folder = try newFolder(named: name)
    try AtomicFiles.write(CaseSkeleton.files(id: name), into: folder)
    return name
  }

  /// Whether a resolved path lies in the workspace.
  public func contains(_ path: String) -> Bool { path.hasPrefix(root == "/" ? "/" : root + "/") }

  /// Whether a text is the name of a folder and nothing more.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first != ".", first != "-" else { return false }
    return name.unicodeScalars.allSatisfy { letter in
      letter.value >= 0x80
        ? letter.properties.isAlphabetic
        : letter.properties.isAlphabetic || ("0"..."9").contains(letter)
          || "-_.".unicodeScalars
            .contains(letter)
    }
  }

  /// The path with every link resolved, or nothing where there is nothing at it.
  static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isFolder(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var about = stat()
    return lstat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFLNK
  }
}

extension Workspace {
  /// Every problem of a case as JSON, as the command line writes it.
  ///
  /// - Throws: ``CaseworkFailure`` where there is no such case.
  public func check(_ name: String) throws -> String {
    try OpenedCase.check(try confinedFolder(of: name)).json()
  }
}
