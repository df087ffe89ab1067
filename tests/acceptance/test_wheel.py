"""The wheel, installed in a clean environment outside the checkout, is the whole press."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")


def run(*command, folder, **more):
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, **more
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_prints_all_editions_of_a_new_article_in_any_folder(tmp_path):
    wheels, clean = tmp_path / "wheels", tmp_path / "clean"
    run(
        UV,
        "build",
        "--wheel",
        "--no-build-isolation",
        "--out-dir",
        wheels,
        "--python",
        sys.executable,
        folder=ROOT,
    )
    (wheel,) = wheels.glob("*.whl")
    run(UV, "venv", "--python", sys.executable, clean, folder=tmp_path)
    python = clean / "bin" / "python"
    run(UV, "pip", "install", "--python", python, "-r", ROOT / "requirements.lock", folder=tmp_path)
    run(UV, "pip", "install", "--python", python, "--no-deps", wheel, folder=tmp_path)
    basylym = clean / "bin" / "basylym"
    where = run(python, "-c", "import basylym; print(basylym.__file__)", folder=tmp_path)
    assert where.startswith(str(clean))
    run(basylym, "init", "paper", "--lang", "kk", folder=tmp_path)
    run(basylym, "build", "paper", folder=tmp_path)
    made = sorted(path.suffix for path in (tmp_path / "paper" / "build").iterdir())
    assert made == [".epub", ".html", ".json", ".pdf"]
    run(basylym, "normalize", ROOT / "manuscript" / "source.txt", "--into", "article", folder=tmp_path)
    run(basylym, "verify", "article", folder=tmp_path)
