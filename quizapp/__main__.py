"""python -m quizapp"""

from quizapp.cli import run

if __name__ == "__main__":
    run()
